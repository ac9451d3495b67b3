/**
 * The style of a published story. `--story-paper`, `--story-ink`, `--story-accent` and `--story-width` may be set by the address of the
 * page (`story.html?paper=fff&ink=222&accent=c60&width=60rem`); else they follow the theme.
 */
export const storyStyle = `
*{box-sizing:border-box}
body{margin:0;background:var(--story-paper,var(--paper));color:var(--story-ink,var(--ink));
  font:400 16px/1.55 "IBM Plex Sans",system-ui,sans-serif}
header,main,section,footer{max-width:var(--story-width,1100px);margin:0 auto;padding:0 20px}
h1{margin:28px 0 8px;font-size:clamp(24px,5vw,36px);line-height:1.2}
h2{margin:4px 0 8px;font-size:clamp(18px,3vw,22px);line-height:1.3}
.step{padding:24px 0 36px;border-top:1px solid var(--line);scroll-margin-top:8px}
.step:focus{outline:none}
.step:focus-visible{outline:2px solid var(--story-accent,var(--ownership));outline-offset:4px}
.words{max-width:680px}
.words p,.sentence{font-family:"Source Serif 4",Georgia,serif;font-size:17px;line-height:1.5;margin:0 0 10px}
.words .facts{font-family:"IBM Plex Sans",system-ui,sans-serif}
figure{margin:12px 0 0;border:1px solid var(--line);border-radius:8px;overflow:hidden;background:var(--paper)}
figure svg{display:block;width:100%;height:auto;max-height:80vh}
a{color:inherit;text-decoration-color:var(--quiet);text-underline-offset:.18em;overflow-wrap:anywhere}
sup{font:600 11px/0 "IBM Plex Sans",system-ui,sans-serif}
sup a{color:var(--story-accent,var(--ownership));text-decoration:none;padding:8px 3px}
:focus-visible{outline:2px solid var(--story-accent,var(--ownership));outline-offset:2px;border-radius:3px}
.facts{margin:2px 0;color:var(--quiet);font-size:13px}
.words .facts{font-size:13px;margin:0}
#claims ol{padding-left:28px}
#claims li{margin:0 0 14px;scroll-margin-top:16px}
#claims li p{margin:0 0 2px}
#claims li:target{box-shadow:-8px 0 0 var(--paper),-12px 0 0 var(--highlight)}
footer{padding-bottom:28px}
@media (min-width:960px){.step{display:grid;grid-template-columns:minmax(260px,1fr) 2fr;gap:28px;align-items:start}figure{margin:0}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{.step{display:block;break-inside:avoid}figure svg{max-height:120mm}}
`;

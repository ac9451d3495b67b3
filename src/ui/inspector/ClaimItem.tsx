import { Circle, CircleQuestionMark, Contrast, EqualApproximately, X, type IconNode } from 'lucide';
import { dateText } from '../../wording';
import type { Source, SourceTree, Stance } from '../../model';
import type { CitedClaim, ClaimRef } from '../../workspace';
import { ClaimActions } from '../editing/RecordActions';
import { WhatIfSource } from '../between/WhatIfSwitch';
import { Icon } from '../parts/Icon';

const MARKS: Readonly<Record<Stance | 'reading', IconNode>> = {
  asserts: Circle, alleges: Contrast, denies: X, questions: CircleQuestionMark, reading: EqualApproximately,
};

/**
 * One source saying one thing: what it says, how, and where to read it; struck where its source is set aside.
 * A reading says what it is drawn from.
 */
export function ClaimItem({ claim, source, aside, grounds = [], origins = [], at }: CitedClaim & { at?: ClaimRef }) {
  const ours = source?.kind === 'reading';
  const said = ours ? 'reading' : claim.stance;
  return (
    <li className="claim" data-aside={aside || undefined}>
      {aside && <p className="quiet small-text">set aside, counts for nothing</p>}
      {claim.statement && <p className="prose claim-statement">{aside ? <s>{claim.statement}</s> : claim.statement}</p>}
      {claim.quote && <blockquote className="prose claim-quote">“{claim.quote}”</blockquote>}
      <p className="claim-source">
        <b className={`stance ${said}`}><Icon of={MARKS[said]} /> {said}</b>
        {' · '}
        {source ? (
          <SourceLine source={source} locator={claim.locator} made={claim.made} />
        ) : (
          <span>
            source <span className="mono">{claim.source}</span>, which is not in this chart
          </span>
        )}
        {' '}
        <WhatIfSource source={claim.source} />
      </p>
      {ours && grounds.length > 0 && <p className="claim-source">Drawn from what is said by {grounds.join(', ')}.</p>}
      {source && <CopyLine source={source} />}
      {origins.length > 0 && <div className="claim-source">Derives from <Origins of={origins} /></div>}
      {claim.checked && <p className="claim-source">Checked by {claim.checked.by}, {dateText(claim.checked.on)}</p>}
      {(source?.reliability || claim.credibility) && (
        <p className="claim-source">
          Admiralty code {source?.reliability ?? '–'}
          {claim.credibility ?? ''}
        </p>
      )}
      {at && <ClaimActions {...at} source={claim.source} />}
    </li>
  );
}

/** The sources that a source copies, translates or reports, and what these do, as a tree. */
function Origins({ of }: { of: readonly SourceTree[] }) {
  return (
    <ul className="claim-origins">
      {of.map(({ id, source, from, circular }, i) => (
        <li key={i}>
          {source ? <SourceLine source={source} locator={undefined} made={undefined} /> : <span className="mono">{id}</span>}
          {circular && ' (again: they derive from one another)'}
          {from.length > 0 && <Origins of={from} />}
        </li>
      ))}
    </ul>
  );
}

/** When the source was read, in what language it is, where a copy lies, and which file it was. */
function CopyLine({ source: { accessed, archived, language, file } }: { source: Source }) {
  if (!accessed && !archived && !language && !file) return null;
  const parts = [
    accessed && `read ${dateText(accessed)}`, language && languageText(language),
    file && `${file.name}, ${file.bytes.toLocaleString('en')} bytes, SHA-256 ${file.sha256.slice(0, 12)}…`,
  ].filter(Boolean);
  return (
    <p className="claim-source" title={file && `SHA-256 ${file.sha256}`}>
      {parts.join(' · ')}
      {archived && <>{parts.length > 0 && ' · '}<a href={archived} target="_blank" rel="noreferrer noopener">archived copy</a></>}
    </p>
  );
}

/** "Korean" for ko; the code itself for one that the browser does not know. */
function languageText(code: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(code) ?? code;
}

function SourceLine({ source, locator, made }: { source: Source; locator: string | undefined; made: string | undefined }) {
  const date = source.published ?? made;
  const rest = [source.publisher === source.title ? undefined : source.publisher, source.author, locator, date && dateText(date)].filter(
    Boolean,
  );
  return (
    <>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer noopener">
          {source.title}
        </a>
      ) : (
        <span className="claim-title">{source.title}</span>
      )}
      {rest.length > 0 && <span>{` · ${rest.join(' · ')}`}</span>}
    </>
  );
}

// @ts-check
// The one script of a published page: panning, zooming and the evidence panel. Without it the page reads whole.
(() => {
  /** @template {Element} T @param {string} selector @param {new () => T} type @param {ParentNode} [inside] @returns {T} */
  const one = (selector, type, inside = document) => {
    const found = inside.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`The page lacks ${selector}.`);
    return found;
  };
  const chart = one('.chart', HTMLElement);
  const drawing = one('.drawing', SVGSVGElement);
  const tools = one('.tools', HTMLElement);
  const panel = one('.evidence', HTMLElement);
  const shown = one('.shown', HTMLElement);
  const whole = { x: drawing.viewBox.baseVal.x, y: drawing.viewBox.baseVal.y, width: drawing.viewBox.baseVal.width, height: drawing.viewBox.baseVal.height };
  let view = { ...whole };

  const show = () => drawing.setAttribute('viewBox', `${view.x} ${view.y} ${view.width} ${view.height}`);
  const unitsPerPixel = () => Math.max(view.width / chart.clientWidth, view.height / chart.clientHeight);

  /** Zooms so that what lies under a point of the window stays there. @param {number} factor @param {number} [clientX] @param {number} [clientY] */
  const zoom = (factor, clientX, clientY) => {
    const width = Math.min(whole.width * 4, Math.max(whole.width / 24, view.width / factor));
    const by = view.width / width;
    const area = drawing.getBoundingClientRect();
    const units = unitsPerPixel();
    const left = view.x + view.width / 2 + ((clientX ?? area.left + area.width / 2) - area.left - area.width / 2) * units;
    const top = view.y + view.height / 2 + ((clientY ?? area.top + area.height / 2) - area.top - area.height / 2) * units;
    view = { x: left - (left - view.x) / by, y: top - (top - view.y) / by, width, height: view.height / by };
    show();
  };
  /** @param {number} dx @param {number} dy in pixels */
  const pan = (dx, dy) => {
    const units = unitsPerPixel();
    view = { ...view, x: view.x - dx * units, y: view.y - dy * units };
    show();
  };
  const fit = () => {
    view = { ...whole };
    show();
  };

  /** @type {Map<number, {x: number, y: number}>} */
  const fingers = new Map();
  let travelled = 0;
  chart.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    travelled += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    if (other) zoom(Math.hypot(now.x - other.x, now.y - other.y) / (Math.hypot(before.x - other.x, before.y - other.y) || 1), (now.x + other.x) / 2, (now.y + other.y) / 2);
    pan((now.x - before.x) / fingers.size, (now.y - before.y) / fingers.size);
    fingers.set(event.pointerId, now);
    chart.classList.toggle('moving', travelled > 4);
  });
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, (event) => {
      if (event instanceof PointerEvent) fingers.delete(event.pointerId);
      if (fingers.size === 0) chart.classList.remove('moving');
    });
  }
  chart.addEventListener('dragstart', (event) => event.preventDefault());
  chart.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), event.clientX, event.clientY);
  }, { passive: false });

  /** @type {Record<string, () => void>} */
  const actions = { in: () => zoom(1.3), out: () => zoom(1 / 1.3), fit };
  tools.addEventListener('click', (event) => {
    const name = event.target instanceof HTMLElement ? event.target.dataset.do : undefined;
    if (name) actions[name]?.();
  });
  /** @type {Record<string, () => void>} */
  const keys = { '+': actions.in, '=': actions.in, '-': actions.out, 0: fit, ArrowLeft: () => pan(60, 0), ArrowRight: () => pan(-60, 0), ArrowUp: () => pan(0, 60), ArrowDown: () => pan(0, -60) };
  chart.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  /** The link in the chart that the panel was opened from. @type {Element | null} */
  let opener = null;
  /** @param {string} id */
  const choose = (id) => {
    for (const old of drawing.querySelectorAll('.chosen')) old.classList.remove('chosen');
    for (const link of drawing.querySelectorAll(`a[href="#${id}"]`)) link.firstElementChild?.classList.add('chosen');
  };
  /** Shows a thing's evidence beside the chart. @param {string} id @param {Element | null} from */
  const open = (id, from) => {
    const article = document.getElementById(id);
    if (!(article instanceof HTMLElement) || article.tagName !== 'ARTICLE') return false;
    const copy = /** @type {HTMLElement} */ (article.cloneNode(true));
    copy.removeAttribute('id');
    shown.replaceChildren(copy);
    panel.hidden = false;
    opener = from ?? opener;
    choose(id);
    shown.focus({ preventScroll: true });
    return true;
  };
  const close = () => {
    panel.hidden = true;
    if (opener instanceof SVGElement || opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
  one('.close', HTMLElement, panel).addEventListener('click', close);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !panel.hidden) close();
  });
  document.querySelector('.stage')?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    if (!link) return;
    const id = (link.getAttribute('href') ?? '').slice(1);
    const inChart = drawing.contains(link);
    if (inChart && travelled > 4) event.preventDefault();
    else if (id.startsWith('chart-')) {
      event.preventDefault();
      const target = document.getElementById(id)?.closest('a');
      close();
      target?.focus({ preventScroll: true });
    } else if (open(id, inChart ? link : null)) event.preventDefault();
  });

  /** Lights one route on the chart and dims the rest. @param {HTMLElement} item */
  const light = (item) => {
    for (const other of document.querySelectorAll('.routes>li')) other.classList.toggle('active', other === item);
    for (const old of drawing.querySelectorAll('.lit')) old.classList.remove('lit');
    for (const id of (item.dataset.route ?? '').split(' ')) {
      for (const link of drawing.querySelectorAll(`a[href="#${id}"]`)) link.firstElementChild?.classList.add('lit');
    }
    drawing.classList.add('traced');
  };
  for (const item of document.querySelectorAll('.routes>li')) {
    if (!(item instanceof HTMLElement)) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'show';
    button.textContent = 'On the chart';
    button.addEventListener('click', () => {
      light(item);
      chart.scrollIntoView({ block: 'nearest' });
    });
    item.prepend(button);
  }

  document.documentElement.classList.add('viewed');
  tools.hidden = false;
  chart.style.setProperty('--tall', String(whole.height / whole.width));
  chart.tabIndex = 0;
  chart.setAttribute('role', 'group');
  chart.setAttribute('aria-label', 'Chart. Arrow keys move it, plus and minus zoom, 0 shows all.');
})();

import cytoscape, { type ElementDefinition, type StylesheetJson } from 'cytoscape';

/** The bare page: it fetches elements and a style, and draws them with cytoscape alone. */
const { elements, style } = (await (await fetch('./case.json')).json()) as { elements: ElementDefinition[]; style: StylesheetJson };
const cy = cytoscape({ container: document.getElementById('chart'), elements, style, layout: { name: 'preset', fit: true, padding: 40 } });
cy.one('render', () => performance.mark('bare:drawn'));

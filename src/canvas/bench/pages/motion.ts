import cytoscape from 'cytoscape';
import { buildScene, light } from '../../../drawing';
import { Chart } from '../../chart';
import { bareElements, bareStyle } from '../bareElements';
import { generatedChart } from '../generatedChart';
import { measureMotion, type Camera, type Motion } from './measureMotion';

/**
 * `?entities=500&painter=ours|cytoscape|texture`: a generated chart, painted by the stage, by cytoscape,
 * or by cytoscape with its texture while moving.
 */
const query = new URLSearchParams(location.search);
const container = document.getElementById('chart')!;
const { part, positions } = generatedChart(Number(query.get('entities')), 1);
const scene = buildScene({ part, positions });
const padding = { top: 40, right: 40, bottom: 40, left: 40 };

function ours(): Camera {
  let shown = scene;
  const nothing = () => undefined;
  const chart = new Chart(container, {
    palette: light,
    padding,
    painted: nothing,
    labelOf: nothing,
    reshaped: nothing,
    looked: nothing,
    select: nothing,
    unfold: nothing,
    add: nothing,
    openNote: nothing,
    openArrow: nothing,
    drawArrow: nothing,
    selectSeveral: nothing,
    tie: nothing,
    menu: nothing,
    waitsForSecondClick: () => false,
    point: (selection) => chart.hover(selection),
    move(moved) {
      shown = { ...shown, boxes: shown.boxes.map((b) => ({ ...b, ...moved.get(b.entity) })) };
      chart.show(shown);
    },
  });
  chart.show(scene);
  return { extent: () => chart.extent, fit: () => chart.fit(undefined, false) };
}

function alone(textured: boolean): Camera {
  const cy = cytoscape({
    container, elements: bareElements(scene), style: bareStyle, layout: { name: 'preset', fit: true, padding: 40 },
    textureOnViewport: textured,
  });
  const extent = () => {
    const { x1: x, y1: y, w: width, h: height } = cy.extent();
    return { x, y, width, height };
  };
  return { extent, fit: () => void cy.fit(undefined, 40) };
}

declare global {
  interface Window {
    measure(): Promise<Record<Motion, number[]>>;
  }
}

const camera = query.get('painter') === 'ours' ? ours() : alone(query.get('painter') === 'texture');
window.measure = () => measureMotion(scene, camera);

let frame: HTMLElement | undefined;
let host: HTMLElement | undefined;

/**
 * The element that the chart is drawn in. It takes the arrow and Tab keys for itself while it has the focus, which its
 * role says.
 */
export function chartHost(): HTMLElement {
  if (!host) {
    host = document.createElement('div');
    host.className = 'chart-host';
    host.tabIndex = 0;
    host.setAttribute('role', 'application');
  }
  return host;
}

/**
 * What the host lives in, made once and moved: the first chart is drawn before the panels around it are there, and the
 * screen takes it in when they come. The host itself must not be moved: cytoscape gives up a container that leaves its parent.
 */
export function chartFrame(): HTMLElement {
  if (!frame) {
    frame = document.createElement('div');
    frame.className = 'chart-host-frame';
    frame.append(chartHost());
  }
  return frame;
}

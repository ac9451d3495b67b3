import { Component, type ReactNode } from 'react';
import { errorText } from '../../model';

interface Props {
  /** What fails together, as a person would call it: "The inspector". */
  part: string;
  children: ReactNode;
}

/** Keeps a fault in one part of the screen to that part: the work itself lives in the workspace and is not touched. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <div className="fault" role="alert">
        <p><b>{this.props.part} stopped working.</b> Your work is kept: nothing on the chart was lost.</p>
        <p>{errorText(error)}</p>
        <div className="chips">
          <button type="button" className="button small" onClick={() => this.setState({ error: undefined })}>Try again</button>
          <button type="button" className="button small" onClick={() => location.reload()}>Reload the page</button>
        </div>
      </div>
    );
  }
}

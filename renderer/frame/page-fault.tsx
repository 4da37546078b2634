import { Component } from 'react';
import type { ReactNode } from 'react';
import { Note } from '../parts/note.tsx';

type PageFaultProps = { readonly children: ReactNode };
type PageFaultState = { readonly failed: boolean };

/** A page that cannot be drawn takes only itself down: the frame, the plan and undo stay. */
export class PageFault extends Component<PageFaultProps, PageFaultState> {
  override state: PageFaultState = { failed: false };

  static getDerivedStateFromError(): PageFaultState {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div className="page-body">
        <Note tone="over" role="alert" title="This page could not be drawn.">
          Nothing in the plan was changed. Choose another page, or close Kitplan and open it again.
        </Note>
      </div>
    );
  }
}

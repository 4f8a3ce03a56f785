/**
 * What stands where a part of the page has failed: a sentence and the way out, never an empty page. A part fails when its
 * files cannot be loaded, when its worker has ended, or by a fault of ours.
 */
import { Component, type ReactNode, useCallback, useState } from "react";
import { useWords } from "./speaking.tsx";
import { appWords } from "./words.ts";

interface FallsProps {
  readonly children: ReactNode;
}

/** Wants another `key` for another place: who goes elsewhere gets another try. */
export class Falls extends Component<FallsProps, { readonly hasFallen: boolean }> {
  override state = { hasFallen: false };

  static getDerivedStateFromError(): { readonly hasFallen: boolean } {
    return { hasFallen: true };
  }

  override render(): ReactNode {
    return this.state.hasFallen ? <Fallen /> : this.props.children;
  }
}

function Fallen() {
  const words = useWords(appWords);
  return (
    <main className="waiting">
      <div role="alert">
        <p>{words.fallen}</p>
        <button type="button" className="primary" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </div>
    </main>
  );
}

/** Fails the part of the page it is called in, as a fault while drawing it would: for what comes later and fails. */
export function useFailing(): (fault: unknown) => void {
  const [, set] = useState<undefined>(undefined);
  return useCallback(
    (fault: unknown) =>
      set(() => {
        throw fault;
      }),
    [],
  );
}

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

interface FallsState {
  readonly hasFallen: boolean;
  /** It has been tried again already, and fell again. */
  readonly isAgain: boolean;
}

/** Wants another `key` for another place: who goes elsewhere gets another try. */
export class Falls extends Component<FallsProps, FallsState> {
  override state: FallsState = { hasFallen: false, isAgain: false };

  static getDerivedStateFromError(): Partial<FallsState> {
    return { hasFallen: true };
  }

  override render(): ReactNode {
    const { hasFallen, isAgain } = this.state;
    if (!hasFallen) return this.props.children;
    return <Fallen isAgain={isAgain} tryAgain={() => this.setState({ hasFallen: false, isAgain: true })} />;
  }
}

interface FallenProps {
  readonly isAgain: boolean;
  readonly tryAgain: () => void;
}

/** Trying again keeps what is only looked at and kept nowhere; loading again comes second. */
function Fallen({ isAgain, tryAgain }: FallenProps) {
  const words = useWords(appWords);
  return (
    <main className="waiting">
      <div role="alert">
        <h1>{words.fallen}</h1>
        {isAgain ? <p>{words.fallenAgain}</p> : null}
        <button type="button" className="primary" onClick={isAgain ? () => location.reload() : tryAgain}>
          {isAgain ? words.reload : words.tryAgain}
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

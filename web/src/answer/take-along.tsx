/**
 * The answer as a file, for whoever reads it by program: what `chainbreak audit --json` prints of the same question, and the
 * way that is shown as an Attack Flow.
 */
import type { Loss } from "../../../src/questions/index.ts";
import { sayLossTitle, wayAsAttackFlow } from "../../../src/report/index.ts";
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { saveFile } from "../people/save-file.ts";
import { useTelling } from "../telling.ts";
import { flowOf } from "../way/traces.tsx";
import { answerWords } from "./words.ts";

/** `shown`: the loss whose way the reader looks at; without a way there is no flow to save. */
export function TakeAlong({ shown }: { readonly shown: Loss | undefined }) {
  const { now } = useCase();
  const telling = useTelling();
  const { data } = telling;
  const words = useWords(answerWords);
  const save = (name: string, value: unknown) =>
    saveFile(
      `chainbreak-${data.person.id}${name}.json`,
      "application/json",
      new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`),
    );
  const way = shown?.way;
  const saveFlow = async () => {
    if (shown === undefined || way === undefined || way === null) return;
    const [{ sha256 }, { bytesToHex, utf8ToBytes }] = await Promise.all([
      import("@noble/hashes/sha2.js"),
      import("@noble/hashes/utils.js"),
    ]);
    const flow = wayAsAttackFlow({
      way,
      // The whole bundle is in English, as its readers' programs are.
      loss: sayLossTitle({ world: data, lang: "en" }, shown),
      techniquesOf: (step) => flowOf(telling, step)?.attack ?? [],
      madeAt: new Date().toISOString(),
      hash: (text) => bytesToHex(sha256(utf8ToBytes(text))),
    });
    save("-attack-flow", flow);
  };
  return (
    <p className="take-along">
      <button type="button" className="plain" onClick={() => save("", now.audit)}>
        {words.saveAnswer}
      </button>{" "}
      {way === undefined || way === null ? null : (
        <button type="button" className="plain" onClick={() => void saveFlow()}>
          {words.saveFlow}
        </button>
      )}{" "}
      <span className="hint">{words.saveAnswerHint}</span>
    </p>
  );
}

/** The answer as a file, for whoever reads it by program: what `chainbreak audit --json` prints of the same question. */
import { useWords } from "../app/speaking.tsx";
import { useCase } from "../case/case.tsx";
import { saveFile } from "../people/save-file.ts";
import { useTelling } from "../telling.ts";
import { answerWords } from "./words.ts";

export function TakeAlong() {
  const { now } = useCase();
  const { data } = useTelling();
  const words = useWords(answerWords);
  const save = () =>
    saveFile(
      `chainbreak-${data.person.id}.json`,
      "application/json",
      new TextEncoder().encode(`${JSON.stringify(now.audit, undefined, 2)}\n`),
    );
  return (
    <p className="take-along">
      <button type="button" className="plain" onClick={save}>
        {words.saveAnswer}
      </button>{" "}
      <span className="hint">{words.saveAnswerHint}</span>
    </p>
  );
}

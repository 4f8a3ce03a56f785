/** Says that better may still be found, while it is looked for; nothing where all is found already. */
import { useWords } from "../app/speaking.tsx";
import { useCase } from "./case.tsx";
import { caseWords } from "./words.ts";

export function LongerLook() {
  const words = useWords(caseWords);
  const { isLooking, isWorthIt, begin, stop } = useCase().longerLook;
  if (!isLooking && !isWorthIt) return null;
  return (
    <p className="longer-look" role="status">
      {isLooking ? words.looking : words.notAllLooked}{" "}
      <button type="button" className="plain" onClick={isLooking ? stop : begin}>
        {isLooking ? words.stopLooking : words.lookLonger}
      </button>
    </p>
  );
}

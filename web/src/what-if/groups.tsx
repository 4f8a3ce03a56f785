/**
 * Exposure by group as a picture: for everybody and for each group one line from none to all, with a ring where it is
 * today, a dot where it is with the change, how far either may be off, and how far what nobody has read may carry it.
 */
import { useWords } from "../app/speaking.tsx";
import type { Exposed, Share } from "./asking.ts";
import { whatIfWords } from "./words.ts";

export interface GroupDrawn {
  readonly name: string;
  readonly before: Exposed;
  readonly after: Exposed;
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export function Groups({ groups }: { readonly groups: readonly GroupDrawn[] }) {
  const words = useWords(whatIfWords);
  return (
    <figure className="what-if-chart">
      <figcaption>{words.byGroup}</figcaption>
      {groups.map(({ name, before, after }) => (
        <div key={name} className="what-if-row">
          <span>{name}</span>
          <Row before={before} after={after} />
          <span>
            {percent(before.read.share)} → <strong>{percent(after.read.share)}</strong>
          </span>
        </div>
      ))}
      <div className="what-if-row what-if-axis" aria-hidden="true">
        <span />
        <span>
          <span>0%</span>
          <span>50%</span>
          <span>100%</span>
        </span>
        <span />
      </div>
      <p className="quiet">{words.chartMeans}</p>
    </figure>
  );
}

/** The figures stand beside it in words. */
function Row({ before, after }: Omit<GroupDrawn, "name">) {
  const [was, is] = [before.read, after.read];
  return (
    <svg width="100%" height="28" aria-hidden="true">
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line key={share} className="grid" x1={percent(share)} x2={percent(share)} y1="0" y2="28" />
      ))}
      <Line className="possible" y={14} from={is.share} to={after.possible.share} />
      <Line className="moved" y={14} from={was.share} to={is.share} />
      <Interval share={was} className="was" y={9} />
      <Interval share={is} className="is" y={19} />
      <circle className="was" cx={percent(was.share)} cy="14" r="6" />
      <circle className="is" cx={percent(is.share)} cy="14" r="4" />
    </svg>
  );
}

interface LineProps {
  readonly className: string;
  readonly y: number;
  readonly from: number;
  readonly to: number;
}

const Line = ({ className, y, from, to }: LineProps) => (
  <line className={className} x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
);

const Interval = ({
  share: { low, high },
  className,
  y,
}: { readonly share: Share } & Pick<LineProps, "className" | "y">) => (
  <Line className={`interval ${className}`} y={y} from={low} to={high} />
);

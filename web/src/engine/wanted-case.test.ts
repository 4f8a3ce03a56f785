/** A worker that has one case open never answers for another. */
import { expect, test } from "vitest";
import { WantedCase } from "./wanted-case.ts";

test("of two openings that cross, the one begun last is open, whichever comes to its end first", () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const open = new WantedCase<string>();
    open.begin(1);
    open.begin(2);
    const refused = order.filter((id) => {
      try {
        open.put(id, `engine ${id}`);
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual([1]);
    expect(open.of(2)).toBe("engine 2");
    expect(() => open.of(1)).toThrow("case 1 is not the one that is wanted");
  }
});

test("an opening that arrives late, after one that was wanted later, opens nothing", () => {
  const open = new WantedCase<string>();
  open.begin(2);
  open.put(2, "second");
  expect(() => open.begin(1)).toThrow("case 1 is not wanted any more");
  expect(open.of(2)).toBe("second");
});

test("while another case is being opened the one before is asked in vain", () => {
  const open = new WantedCase<string>();
  open.begin(1);
  open.put(1, "first");
  expect(open.of(1)).toBe("first");
  open.begin(2);
  expect(() => open.of(1)).toThrow();
  expect(() => open.of(2)).toThrow("case 2 is not open yet");
});

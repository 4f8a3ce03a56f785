/** Addresses say where the reader is, in which language, and survive being written and read again. */
import { expect, test } from "vitest";
import { foundingStates } from "../engine/case-data.ts";
import { addressOf, type Place, placeOf, stateIn, switchesIn, withSwitches } from "./route.ts";

const langOf = (hash: string, preferred: readonly string[]) => placeOf(hash, preferred).lang;

test("the address decides, then the first language of the browser that we speak, then English", () => {
  expect(langOf("#zh", ["en-GB"])).toBe("zh");
  expect(langOf("#en", ["zh-CN"])).toBe("en");
  expect(langOf("", ["zh-TW", "en"])).toBe("zh");
  expect(langOf("", ["ug", "zh-CN", "en"])).toBe("zh");
  expect(langOf("#founding", ["fr", "en-US"])).toBe("en");
  expect(langOf("", ["fr"])).toBe("en");
  expect(langOf("", [])).toBe("en");
});

test("what is written is read back", () => {
  const places: readonly Place[] = [
    { lang: "zh", route: { at: "home" } },
    { lang: "en", route: { at: "founding", view: "night" } },
    { lang: "en", route: { at: "what-if" } },
    { lang: "zh", route: { at: "people" } },
    { lang: "zh", route: { at: "now" } },
    { lang: "zh", route: { at: "keeping" } },
    { lang: "en", route: { at: "person", id: "奶奶/1", view: "red-card" } },
  ];
  for (const place of places) expect(placeOf(addressOf(place), [])).toEqual(place);
});

test("what leads nowhere leads home, and a view there is not to the first there is", () => {
  expect(placeOf("#en/nowhere", []).route).toEqual({ at: "home" });
  expect(placeOf("#en/founding/nowhere", []).route).toEqual({ at: "founding", view: "answer" });
  expect(placeOf("#en/person", []).route).toEqual({ at: "people" });
  expect(placeOf("#en/person/a/nowhere", []).route).toEqual({ at: "person", id: "a", view: "things" });
});

test("an address cut short in the middle of a letter is an address still", () => {
  expect(placeOf("#zh/person/%E5%A5%B6%E5/answer", [])).toEqual({
    lang: "zh",
    route: { at: "person", id: "%E5%A5%B6%E5", view: "answer" },
  });
});

test("what is switched on stands behind the place, and is no part of it", () => {
  const measures = ["set-sim-pin(sim.main)", "bank/hold first & last?", "解锁"];
  const address = withSwitches("#zh/founding/night", measures);
  expect(switchesIn(address)).toEqual(measures);
  expect(placeOf(address, [])).toEqual(placeOf("#zh/founding/night", []));
  expect(withSwitches(address, ["other"])).toBe("#zh/founding/night?with=other");
  expect(withSwitches(address, [])).toBe("#zh/founding/night");
  expect(switchesIn("#zh/founding/night")).toEqual([]);
  for (const state of [...foundingStates, undefined]) {
    const inState = withSwitches("#en/founding/chain?state=before&with=x", measures, state);
    expect([stateIn(inState) ?? "after", switchesIn(inState)]).toEqual([state ?? "after", measures]);
    expect(placeOf(inState, []).route).toEqual({ at: "founding", view: "chain" });
  }
  expect(stateIn("#zh/founding/chain?state=yesterday")).toBeUndefined();
  expect(switchesIn("#zh/founding/night?with=a&with=a&with=&x=%E5")).toEqual(["a"]);
});

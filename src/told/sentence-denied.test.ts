/** A no is heard in every language a sign is told in, and a no about whose doing it was is not taken for one. */
import { beforeAll, expect, test } from "vitest";
import { readShipped, type Shipped } from "../../test/kit/shipped.ts";
import { saidIn } from "./sentence.ts";

let shipped: Shipped;
beforeAll(() => {
  shipped = readShipped();
});
const signsIn = (text: string) =>
  saidIn(shipped.catalog, text).map(({ sign, gone, isSteered }) => sign ?? gone ?? `steered: ${isSteered}`);

test.each([
  "돈은 안 빠져나갔어요",
  "돈이 빠져나가지 않았어요",
  "휴대폰을 도난당하지 않았어요",
  "휴대폰을 도난당한 건 아니에요",
  "인증번호는 안 알려줬어요",
  "앱을 설치하지 않았어요",
  "비밀번호가 변경되지 않았어요",
  "새 기기 등록은 안 됐어요",
  "お金は引き出されていません",
  "新しい端末は登録されていません",
  "aucun nouvel appareil",
  "không có thiết bị mới",
  "chưa có thiết bị mới nào",
])("nothing: %s", (text) => {
  expect(signsIn(text)).toEqual([]);
});

test.each([
  ["돈이 빠져나갔어요", "row"],
  ["휴대폰을 도난당했는데 신고는 안 했어요", "device.phone"],
  ["휴대폰을 도난당했어요", "device.phone"],
  ["인증번호를 알려줬어요", "given"],
  ["앱을 설치했어요", "steered: true"],
  ["제가 등록하지 않은 새 기기가 있어요", "notice"],
  ["새 기기 등록은 제가 안 했어요", "notice"],
  ["비밀번호가 변경되었어요", "notice"],
  ["新しい端末が登録されました", "notice"],
  ["新しい端末に覚えがありません", "notice"],
  ["nouvel appareil ajouté à mon compte", "notice"],
  ["thiết bị mới không phải của tôi", "notice"],
])("told: %s", (text, sign) => {
  expect(signsIn(text)).toContain(sign);
});

/**
 * Whom to call at once in mainland China, where one short number reaches a carrier from any phone. Elsewhere carriers
 * have many numbers, and a wrong one costs the minutes that count. They are the catalogue's own; a test holds them to it.
 */
import { type Both, both } from "../../../src/report/index.ts";

export interface AtOnce {
  readonly institution: string;
  readonly name: Both<string>;
  readonly tel: string;
}

export const callAtOnce: readonly AtOnce[] = [
  { institution: "china-mobile", name: both("China Mobile", "中国移动"), tel: "10086" },
  { institution: "china-telecom-sichuan", name: both("China Telecom", "中国电信"), tel: "10000" },
  { institution: "china-unicom", name: both("China Unicom", "中国联通"), tel: "10010" },
  { institution: "china-broadnet", name: both("China Broadnet", "中国广电"), tel: "10099" },
  { institution: "police-cn", name: both("Police", "报警"), tel: "110" },
];

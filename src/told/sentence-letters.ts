/**
 * The letters of Taiwan, Hong Kong and Macau as those of the mainland, and their words for the same things, as far as such
 * nights are told with them. One letter for one, so that whatever stands at a place stands there still.
 *
 * What to know to trust it: it knows the letters that the wordings here are made of, and what it says is taken only where it
 * tells more than the text as it was written.
 */

/** Each pair: as it is written there, and here. */
const pairs = [
  "兩两幾几嚇吓罰罚錢钱帳账號号碼码驗验證证電电話话銀银轉转匯汇戶户簡简訊讯詐诈騙骗盜盗發发貸贷買买賣卖賬账給给對对務务員员級级讓让點点擊击連连結结網网頁页輸输個个機机開开關关實实認认識识單单據据過过進进報报億亿萬万塊块",
  "圓圆額额餘余歸归還还沒没無无變变換换補补辦办遠远幫帮說说誰谁語语親亲屬属兒儿媽妈爺爷鄉乡壞坏壓压數数儲储裝装載载軟软體体顯显現现傳传來来時时間间後后車车搶抢遺遗丟丢條条張张設设備备綁绑鎖锁掛挂凍冻陸陆",
  "國国際际門门處处長长檢检監监調调資资產产財财勸劝導导線线團团隊队蘋苹華华為为灣湾東东聯联繫系絡络飛飞邏逻輯辑雙双誤误會会聽听請请問问題题嗎吗應应該该當当從从將将與与於于內内週周領领獎奖項项費费繳缴稅税",
  "險险購购訂订運运貨货價价騎骑藍蓝紅红綠绿啟启動动執执軌轨業业創创專专審审續续約约撥拨響响職职寫写講讲讀读帐账螢萤劃划餌饵卻却樣样麼么這这邊边裡里裏里們们熱热貼贴圖图畫画寶宝馬马學学經经勢势錄录盡尽異异",
  "遞递館馆觸触獲获積积夾夹騎骑滙汇筆笔測测試试櫃柜齊齐補补紀纪憑凭隻只淨净貯贮離离尋寻損损剛刚織织稱称談谈閉闭敗败頭头臉脸緊紧",
  // What is written in Hong Kong as it is spoken.
  "咗了係是佢他嘅的喺在冇没哋们嗰那唔不啲些嚟来畀给攞拿搵找睇看蚊元",
].join("");
const letters: ReadonlyMap<string, string> = new Map(
  [...pairs].flatMap((from, i, all) => (i % 2 === 0 ? [[from, all[i + 1] ?? from] as const] : [])),
);
/** After the letters are changed. */
const words: readonly (readonly [RegExp, string])[] = [
  [/简讯/g, "短信"],
  [/登出/g, "退出"],
  [/萤幕/g, "屏幕"],
  [/连结/g, "链接"],
  [/网路/g, "网络"],
  [/短讯/g, "短信"],
  [/讯息/g, "消息"],
  [/登入/g, "登录"],
  [/身分证/g, "身份证"],
  [/金融卡|提款卡/g, "银行卡"],
  [/皮夹|银包/g, "钱包"],
  [/户口|户头/g, "账户"],
  [/过数/g, "转账"],
  [/(?:傾|讲)紧?(?:偈|电话)/g, "讲电话"],
  [/过了(?=[\d一二两三四五六七八九十几]+[万千百])/g, "转了"],
  [/骑劫/g, "盗用"],
  [/[俾给]人(?=盗|偷|抢|骗|转|刷|用|黑)/g, "被人"],
  [/俾/g, "给"],
  [/话(?=要|我|他|我的|急)/g, "说"],
  [/我个(?=号|账|户|手机|电话|银|卡|微|Wh|wh)/g, "我的"],
  [/登录不到/g, "登录不上"],
  [/(?<![收存])入不到/g, "登不上"],
];

/** The same text in the letters of the mainland; as it is, where it has none of the others. */
export function inMainlandLetters(text: string): string {
  const plain = [...text].map((letter) => letters.get(letter) ?? letter).join("");
  return words.reduce((told, [from, to]) => told.replaceAll(from, to), plain);
}

/**
 * Whether what was noted is of the house and the day, and of nothing that such a night is about: who came home, what the
 * weather is, that somebody waited. Such a note is kept, and asks nobody for an answer.
 *
 * What to know to trust it: it must say so, all of it in English or in Chinese, and speak of nothing that anybody loses,
 * takes, gets or changes. What is not known to be harmless was not understood, and is told as that.
 */
const household = whole(
  "(?:(?:my|our|the) )?(?:wife|husband|mother|mum|mom|father|dad|son|daughter|brother|sister|kids?|children|baby|flatmate|roommate|partner|dog|cat|neighbou?r) (?:is|are|was|were) (?:\\w+ )?(?:back(?: home)?|home|here|asleep|awake|hungry|tired|at (?:home|work|school))" +
    "|(?:waited|waiting|still waiting) (?:on hold|in (?:a|the) queue)(?: (?:for )?\\d+ ?(?:min(?:ute)?s?|h(?:ours?)?))?" +
    "|(?:had|having|ate|made|cooked) (?:\\w+ )?(?:breakfast|lunch|dinner|supper|tea|coffee)" +
    "|it (?:is|was|'s|started) (?:raining|snowing|cold|hot|dark|late|windy)" +
    "|the (?:pram|pushchair|bike|dog|cat|washing|dinner|car) (?:is|was) (?:still )?in the (?:hall|garden|kitchen|garage|yard)" +
    "|(?:(?:my|the|our) (?:phone|card|bank card|sim|wallet|id)(?: and (?:my |the )?(?:phone|cards?|sim|wallet|id))? (?:is|are|was|were) (?:still |right |both )*(?:here|with me|at home|in my (?:hands?|pocket|wallet|bag|purse)))" +
    "|(?:went to|going to) (?:bed|sleep)|(?:fell|fallen) asleep",
);
const householdZh =
  /^(?:我?(?:孩子|老公|老婆|太太|先生|爸爸?|妈妈?|爸|妈|媽媽?|室友|哥哥?|姐姐?|弟弟?|妹妹?|儿子|女儿|兒子|女兒)(?:都|已经|已經|刚|剛)?(?:睡了|睡着了|睡著了|回来了|回來了|回家了|到家了|醒了)|(?:今[天日]|现在|現在|外面)?(?:行山)?(?:下雨|落雨|下雪|天黑|天亮)(?:了)?|(?:吃|做)(?:了|过|過)?(?:早|午|晚)?(?:饭|飯)了?|等了?\d+分[钟鐘]|(?:(?:，)?(?:我的?)?(?:银行卡|信用卡|卡|手机|身份证|手机卡)(?:和(?:银行卡|手机|身份证|手机卡))?(?:也|还|一直|就|都)*在我?(?:自己)?(?:的)?(?:钱包|身边|身上|手[里上]|家|包)(?:里|上)?)+|(?:领导|老板|同事)催我?(?:交|写)[\p{sc=Han}]{1,4})[。！]?$/u;

export const isEveryday = (text: string, places: readonly string[]): boolean => {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replace(/^\d{1,2}[:.]\d{2} /, "")
    .replace(/[.!]+$/, "");
  return places.length === 0 && (household.test(plain) || householdZh.test(plain));
};

/** The whole of a note, and no part of it. */
function whole(patterns: string): RegExp {
  return new RegExp(`^(?:${patterns})$`, "u");
}

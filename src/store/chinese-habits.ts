/**
 * What people in China make passwords of, in the order a guesser tries it: names in pinyin, numbers that sound like
 * words, the first lines everybody knows. The surnames are the commonest of the census, the rest what leaked lists of
 * Chinese sites begin with (Wang et al., "Birthday, Name and Bifacial-security", USENIX Security 2019, names the habits).
 */
const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const surnames: readonly string[] = words(`
  wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han
  feng cao peng zeng xiao tian dong yuan pan jiang cai yu du ye cheng su wei lv lu ding ren shen yao cui zhong tan wang
  jia fan jin shi liao hou xiong shao qin qiu bai meng yan mao jiang tao xue lei he gong duan qian tang yin wu qiao hao
  lai wan kong shang lan ou ouyang zhuge sima`);

/** Every syllable there is, with `v` for `ü` as it is typed. */
const initials = words("b p m f d t n l g k h j q x zh ch sh r z c s y w");
const finals = words(
  "a o e i u v ai ei ui ao ou iu ie ve ue er an en in un vn ang eng ing ong ia iao ian iang iong ua uo uai uan uang",
);
export const syllables: ReadonlySet<string> = new Set([
  ...initials.flatMap((initial) => finals.map((final) => initial + final)),
  ...words("a o e ai ei ao ou an en ang eng er"),
]);

export const sayings: readonly string[] = words(`
  woshi woai wojiao 5201314 520 1314 521 woaini woaini1314 woaini520 woaini521 aini 1314520 520520 521521 7758521 7758258 584520 584521
  5841314 201314 3344520 5211314 147258369 147258 159357 123321 112233 168168 518518 888888 666666 666888 168888
  wo1314 qq123456 a123456 a123456789 abc123456 123456a 123456abc 123qwe qwe123 asd123 zxc123 aa123456 qq5201314
  woshishui nishishui mima wodemima zhongguo beijing shanghai sichuan chengdu taobao zhifubao weixin wechat alipay
  tencent baobao baobei @163.com @126.com @qq.com @gmail.com @sina.com laopo laogong mama baba xiaobao xingfu kuaile pingan jiankang gongxifacai woaizhongguo
  haohaoxuexi tiantianxiangshang yishengyishi yishengyishiyishuangren yongyuan wobuzhidao wangjile
  床前明月光 疑是地上霜 举头望明月 低头思故乡 白日依山尽 黄河入海流 春眠不觉晓 处处闻啼鸟 锄禾日当午 汗滴禾下土
  好好学习 天天向上 我爱你 一生一世 平安健康 恭喜发财 万事如意 身体健康 阿弥陀佛 人之初 性本善 我爱中国`);

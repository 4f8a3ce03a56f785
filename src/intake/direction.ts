/** Which way money, a call or a text went, by the word a table has for it. */

/** `neutral` is what a wallet itself calls neither: moved between one's own, closed, returned. */
export function directionOf(text: string): "in" | "out" | "neutral" {
  if (
    /^(?:收入|贷|存入|入金|入账|转入|被叫|接收|接受|收$|收件|来电|呼入|CR|C$|IN\b|incoming|received|deposit|entrada|haben|gutschrift|H$|BIJ$|입금|수신|착신|着信|受信)/i.test(
      text,
    )
  )
    return "in";
  if (
    /^(?:支出|借|取出|出金|出账|转出|主叫|发送|发$|发件|去电|呼出|DR|DB$|D$|DEB|AF$|OUT|sent|withdraw|sa[ií]da|soll|lastschrift|belastung|S$|출금|발신|発信|送信)/i.test(
      text,
    )
  )
    return "out";
  return "neutral";
}

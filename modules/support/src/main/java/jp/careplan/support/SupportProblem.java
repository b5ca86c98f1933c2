package jp.careplan.support;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals of the help desk. */
public enum SupportProblem implements ProblemCode {
  NO_SUCH_TEXT("SU-101", 404, "この質問や案内は見つかりません", "よくある質問の検索か、分類からさがしてください。"),
  NOT_A_PICTURE("SU-111", 422, "このファイルは付けられません", "画面の写真（JPEGかPNG）を、1枚5MBまでで選んでください。"),
  PICTURES_FULL("SU-112", 422, "写真は3枚までです", "いらない写真を外すと、別の写真を付けられます。"),
  UNKNOWN_INQUIRY("SU-113", 404, "この問い合わせは見つかりません", "受付のメールにある受付番号と確認コードを、確かめて入れ直してください。"),
  DRAFT_GONE("SU-114", 410, "書きかけの内容がなくなりました", "1日たったか、もう送ったためです。はじめから書いてください。"),
  TEXT_CHANGED("SU-121", 409, "ほかの人が先に保存しました", "書いたものは、この画面に残っています。下の差を見て、直してからもう一度保存してください。"),
  TEXT_UNFIT("SU-122", 422, "この内容では保存できません", "言われた所を直して、もう一度保存してください。"),
  SECOND_EDITOR("SU-123", 403, "「重要」の文章は、書いた人とは別の人が公開します", "ほかの編集者に、確認と公開を頼んでください。"),
  WRONG_TEXT_STATE("SU-124", 409, "いまの状態では、この操作はできません", "画面を開き直して、いまの状態を確かめてください。"),
  NO_SUCH_UNMET("SU-131", 404, "この質問は見つかりません", "1年のあいだ聞かれなかった質問は、消えます。一覧から選び直してください。"),
  UNMET_CHANGED("SU-132", 409, "ほかの編集者が先に変えました", "画面を開き直して、いまの状態を確かめてください。"),
  UNMET_UNFIT("SU-133", 422, "このままではできません", "言われた所を直して、もう一度押してください。"),
  SYNONYMS_CHANGED("SU-134", 409, "ほかの編集者が先に同義語を変えました", "一覧を開き直して、いまのことばを確かめてください。"),
  SYNONYMS_UNFIT("SU-135", 422, "この同義語は保存できません", "言われた所を直して、もう一度効果を確かめてください。"),
  SYNONYMS_UNSEEN("SU-136", 409, "まだ保存していません", "効果を見てから、保存してください。悪くなる文があるときは、確かめた印を付けてください。"),
  RULE_UNFIT("SU-141", 422, "この規則は、まだ保存できません", "印の付いた所を直して、もう一度保存してください。"),
  RULES_CHANGED("SU-142", 409, "確かめている間に、規則が変わりました", "画面を開き直して、変わったところを見てから、もう一度公開してください。"),
  NO_SUCH_RULE("SU-143", 404, "この規則や版は見つかりません", "規則の一覧から開き直してください。"),
  RULES_UNPROVEN("SU-144", 503, "時間内に、すべての文を確かめられませんでした", "公開していません。しばらく待って、もう一度公開してください。");

  private final ProblemText text;

  SupportProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}

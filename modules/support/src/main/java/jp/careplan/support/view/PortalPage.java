package jp.careplan.support.view;

import java.util.List;

/**
 * A page of the portal that has an address of its own.
 *
 * @param view the Faces view
 * @param description what stands on it, in one sentence
 */
record PortalPage(String view, String title, String description) {
  static final PortalPage START =
      new PortalPage(
          "/index", "ケアプランをデータで送る・受け取る", "居宅介護支援事業所と介護サービス事業所が、ケアプランの予定と実績をデータでやりとりする仕組みです。");

  /** In the order of the site map. */
  static final List<PortalPage> ALL =
      List.of(
          START,
          new PortalPage("/support", "サポート", "使い方、困ったときの直し方、聞く窓口をまとめています。"),
          new PortalPage("/support/news", "お知らせ", "重要なお知らせと、更新のお知らせです。"),
          new PortalPage("/support/offices", "介護サービス事業所の皆様へ", "サービス事業所の毎月の流れと、始める前に確かめることです。"),
          new PortalPage("/support/faq", "よくある質問", "11の分類に分けた、よくある質問と答えです。"),
          new PortalPage("/support/guides", "ガイド", "送る、受け取る、証明書を入れるときの手順です。"),
          new PortalPage("/support/glossary", "用語集", "ケアプランのデータのやりとりで使う言葉の意味です。"),
          new PortalPage("/support/chat", "チャットで聞く", "短い文で聞くと、よくある質問から自動で答えます。"),
          new PortalPage("/support/inquiry", "お問い合わせ", "フォームで聞けます。返事はメールでお送りします。"),
          new PortalPage("/support/inquiry-state", "お問い合わせの状態", "受付番号と確認コードで、いまの状態を見られます。"),
          new PortalPage("/support/downloads", "製品ダウンロード", "連携クライアントの入手、確かめ方、これまでの版です。"),
          new PortalPage("/support/saving", "かんたん計算", "いまのやりとりの時間と費用を、データで送るときと比べます。"),
          new PortalPage("/support/fees", "料金", "ライセンスの料金と、払い方です。"),
          new PortalPage("/support/terms", "利用規約", "いま有効な利用規約です。"),
          new PortalPage("/support/privacy", "個人情報の扱い", "サポートのページで何を預かり、いつ消すかです。"),
          new PortalPage("/support/accessibility", "アクセシビリティ", "目標、していること、確かめたページの一覧です。"));

  static PortalPage of(String view) {
    return ALL.stream().filter(it -> it.view().equals(view)).findFirst().orElse(START);
  }

  String address() {
    return equals(START) ? "/" : view;
  }
}

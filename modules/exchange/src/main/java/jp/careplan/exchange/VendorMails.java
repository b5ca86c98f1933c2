package jp.careplan.exchange;

import static jp.careplan.kernel.OperatorSetting.Place.allowed;
import static jp.careplan.kernel.OperatorSetting.Place.needed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.careplan.application.HouseMails;
import jp.careplan.exchange.VendorTesting.Product;
import jp.careplan.kernel.DeclaredSettings;
import jp.careplan.kernel.MailText;
import jp.careplan.kernel.OperatorSetting;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What makers of care software are told; operators change the words. */
@ApplicationScoped
class VendorMails implements DeclaredSettings {
  private static final MailText WAY_IN =
      MailText.of(
          "vendor-test-way-in",
          "ベンダ試験の入り口",
          "ベンダ試験の画面のお知らせ",
          """
          {product} のベンダ試験の画面です。途中でやめても、次のアドレスから続けられます。
          {url}

          このアドレスを知っている人は、だれでも試験を進められます。試験をする人だけに渡してください。
          覚えがないときは、このメールを捨ててください。\
          """,
          allowed("product", "介護ソフトの名前と版"),
          needed("url", "試験の画面のアドレス"));

  private static final MailText PUBLISHED =
      MailText.of(
          "vendor-test-published",
          "ベンダ試験の結果を公開したとき",
          "ベンダ試験の結果を公開しました",
          """
          {product} のベンダ試験の結果を、介護ソフトの一覧に載せました。
          {url}\
          """,
          allowed("product", "介護ソフトの名前と版"),
          needed("url", "一覧のアドレス"));

  private static final MailText SENT_BACK =
      MailText.of(
          "vendor-test-sent-back",
          "ベンダ試験を差し戻したとき",
          "ベンダ試験をもう一度確かめてください",
          """
          {product} のベンダ試験を差し戻しました。

          {remark}

          試験の画面のアドレスは、前のメールにあります。なくしたときは、次の画面から送り直せます。
          {url}\
          """,
          allowed("product", "介護ソフトの名前と版"),
          needed("remark", "運用管理者が書いた理由"),
          needed("url", "アドレスを送り直す画面"));

  @Inject private HouseMails mails;

  @Inject
  @ConfigProperty(name = "careplan.public-url")
  private String publicUrl;

  @Override
  public List<OperatorSetting> settings() {
    return Stream.of(WAY_IN, PUBLISHED, SENT_BACK).flatMap(MailText::settings).toList();
  }

  void wayIn(Product product, String code) {
    queue(WAY_IN, product, Map.of("url", publicUrl + "/vendor/run?code=" + code));
  }

  void published(Product product) {
    queue(PUBLISHED, product, Map.of("url", publicUrl + "/software"));
  }

  void sentBack(Product product, String remark) {
    queue(SENT_BACK, product, Map.of("remark", remark, "url", publicUrl + "/vendor/test"));
  }

  private void queue(MailText text, Product product, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("product", product.name() + " " + product.version());
    mails.send(product.mail(), text, values);
  }
}

package jp.careplan.support.internal.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
  @ParameterizedTest
  @CsvSource({
    "見本花子さんの実績が来ない, 〇〇さんの実績が来ない",
    "見本 花子様の分, 〇〇様の分",
    "ミホンハナコさん, 〇〇さん",
    "被保険者番号0000000123が違う, 被保険者番号〇〇が違う",
    "電話は03-0000-0000です, 電話は〇〇です",
    "０９０（００００）００００へ, 〇〇へ",
    "jimu.a@example.jp に返事を, 〇〇 に返事を",
    "KJ999970000011で入れない, 〇〇で入れない",
  })
  void masksWhatMayTellAPerson(String typed, String kept) {
    assertEquals(kept, PersonalData.masked(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "利用者さんの同意は要りますか",
        "担当者さんが辞めた",
        "事業所の皆様へ",
        "相手のケアマネさんに送りたい",
        "コード EX-105 が出た",
        "2026年6月分の実績",
        "第6表と第7表",
        "1回に30件まで",
        "お客様の声",
      })
  void leavesWhatNamesNobody(String typed) {
    assertFalse(PersonalData.isIn(typed), () -> PersonalData.masked(typed));
  }

  @Test
  void whatIsMaskedStaysMasked() {
    String once = PersonalData.masked("見本花子さん 0000000123 a@example.jp");

    assertEquals(once, PersonalData.masked(once));
  }
}

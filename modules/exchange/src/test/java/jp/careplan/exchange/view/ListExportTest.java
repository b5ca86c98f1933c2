package jp.careplan.exchange.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ListExportTest {
  @Test
  void keepsASpreadsheetFromTakingANameForAFormula() {
    assertEquals("'=HYPERLINK(1)", ListExport.harmless("=HYPERLINK(1)"));
  }

  @Test
  void leavesAnOrdinaryNameAsItIs() {
    assertEquals("見本ヘルパーステーション", ListExport.harmless("見本ヘルパーステーション"));
  }
}

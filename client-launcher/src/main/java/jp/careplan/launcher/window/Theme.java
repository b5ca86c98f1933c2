package jp.careplan.launcher.window;

import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.swing.UIManager;

/** Colours and type of the exchange's pages, for Swing. */
final class Theme {
  static final Color TEXT = new Color(0x1A1A1A);
  static final Color SECOND_TEXT = new Color(0x4D4D4D);
  static final Color GROUND = Color.WHITE;
  static final Color KEY_PALE = new Color(0xE8F1FE);
  static final Color WARNING = new Color(0x8B3200);
  static final Color WARNING_PALE = new Color(0xFFEEE2);
  static final Color DANGER = new Color(0xCE0000);
  static final Color DANGER_PALE = new Color(0xFDEEEE);

  private static final int SIZE = 16;
  private static final List<String> FAMILIES =
      List.of("Noto Sans JP", "BIZ UDPGothic", "Yu Gothic UI", "Noto Sans CJK JP", "IPAexGothic");

  private Theme() {}

  static void use() {
    FlatLaf.setGlobalExtraDefaults(
        Map.ofEntries(
            Map.entry("@accentColor", "#0017c1"),
            Map.entry("@background", "#ffffff"),
            Map.entry("@foreground", "#1a1a1a"),
            Map.entry("Component.arc", "8"),
            Map.entry("Button.arc", "8"),
            Map.entry("TextComponent.arc", "8"),
            Map.entry("Component.borderColor", "#767676"),
            Map.entry("Component.focusWidth", "3"),
            Map.entry("Component.focusColor", "#000000"),
            Map.entry("Component.focusedBorderColor", "#ffd43d"),
            Map.entry("Button.focusedBorderColor", "#ffd43d"),
            Map.entry("Button.default.focusColor", "#000000"),
            Map.entry("Button.default.focusedBorderColor", "#ffd43d"),
            Map.entry("Button.default.background", "#0017c1"),
            Map.entry("Button.default.foreground", "#ffffff"),
            Map.entry("Button.default.focusedBackground", "#0017c1"),
            Map.entry("Button.default.hoverBackground", "#00118f"),
            Map.entry("Button.margin", "8,20,8,20"),
            Map.entry("TextComponent.margin", "6,8,6,8"),
            Map.entry("TextField.margin", "6,8,6,8"),
            Map.entry("PasswordField.margin", "6,8,6,8"),
            Map.entry("PasswordField.showRevealButton", "true")));
    FlatLightLaf.setup();
    UIManager.put("defaultFont", new Font(family(), Font.PLAIN, SIZE));
  }

  static Font large(Font font, float factor) {
    return font.deriveFont(Font.BOLD, SIZE * factor);
  }

  private static String family() {
    var known =
        Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
    return FAMILIES.stream().filter(known::contains).findFirst().orElse(Font.SANS_SERIF);
  }
}

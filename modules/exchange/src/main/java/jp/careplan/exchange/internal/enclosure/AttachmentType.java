package jp.careplan.exchange.internal.enclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.kernel.PdfScripts;

/** What an attachment may be. The bytes say what it is; its name only has to agree. */
public enum AttachmentType {
  PDF("pdf", List.of("pdf"), "application/pdf"),
  JPEG("jpg", List.of("jpg", "jpeg"), "image/jpeg"),
  PNG("png", List.of("png"), "image/png"),
  TIFF("tif", List.of("tif", "tiff"), "image/tiff"),
  DOCX(
      "docx",
      List.of("docx"),
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  XLSX(
      "xlsx", List.of("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  PPTX(
      "pptx",
      List.of("pptx"),
      "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  DOC("doc", List.of("doc"), "application/msword"),
  XLS("xls", List.of("xls"), "application/vnd.ms-excel");

  private static final byte[] PDF_MARK = {'%', 'P', 'D', 'F', '-'};
  private static final byte[] JPEG_MARK = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] TIFF_LITTLE = {'I', 'I', '*', 0};
  private static final byte[] TIFF_BIG = {'M', 'M', 0, '*'};

  private final String extension;
  private final List<String> extensions;
  private final String mediaType;

  AttachmentType(String extension, List<String> extensions, String mediaType) {
    this.extension = extension;
    this.extensions = extensions;
    this.mediaType = mediaType;
  }

  /** By its name alone. */
  public static Optional<AttachmentType> of(String name) {
    String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(type -> type.extensions.contains(end)).findFirst();
  }

  /** As settings name it. */
  static Optional<AttachmentType> ofWord(String word) {
    return Arrays.stream(values())
        .filter(type -> type.name().equalsIgnoreCase(word.strip()))
        .findFirst();
  }

  /** Whether the bytes are what the name says. */
  boolean fits(byte[] content) {
    return switch (this) {
      case PDF -> begins(content, PDF_MARK);
      case JPEG -> begins(content, JPEG_MARK);
      case PNG -> begins(content, PNG_MARK);
      case TIFF -> begins(content, TIFF_LITTLE) || begins(content, TIFF_BIG);
      case DOCX -> OfficeZip.hasPart(content, "word/");
      case XLSX -> OfficeZip.hasPart(content, "xl/");
      case PPTX -> OfficeZip.hasPart(content, "ppt/");
      case DOC -> OldOffice.has(content, "WordDocument");
      case XLS -> OldOffice.has(content, "Workbook") || OldOffice.has(content, "Book");
    };
  }

  /** Whether it can run anything, or hides what it holds. */
  boolean carriesMacros(byte[] content) {
    return switch (this) {
      case JPEG, PNG, TIFF -> false;
      case PDF -> PdfScripts.in(content);
      case DOCX, XLSX, PPTX -> OfficeZip.carriesMacros(content);
      case DOC, XLS -> OldOffice.carriesMacros(content);
    };
  }

  static boolean begins(byte[] content, byte[] mark) {
    return content.length > mark.length
        && Arrays.equals(content, 0, mark.length, mark, 0, mark.length);
  }

  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }
}

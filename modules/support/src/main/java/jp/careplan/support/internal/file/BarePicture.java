package jp.careplan.support.internal.file;

import java.util.Optional;

/**
 * A picture without what cameras and programs lay beside it: place, time, device, names, comments,
 * previews of what was cut away. Its pixels and colours are not touched, and which way up it is
 * shown stays.
 */
public final class BarePicture {
  private BarePicture() {}

  /**
   * @param media JPEG or PNG
   * @return nothing where the picture ends before its end, or is not built as such a picture is
   */
  public static Optional<byte[]> of(byte[] content, String media) {
    return media.equals("image/png") ? BarePng.of(content) : BareJpeg.of(content);
  }
}

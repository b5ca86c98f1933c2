package jp.careplan.support.internal.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletRequestContext;

/**
 * A multipart form of one file and some fields, read as it arrives, into memory alone. The name of
 * the file is not even looked at: it may name a person, and what it is, its bytes tell.
 */
public final class FileForm {
  private static final byte[] NOTHING = {};
  private static final int MOST_PARTS = 10;

  private final Map<String, String> fields = new HashMap<>();
  private byte[] file = NOTHING;

  private FileForm() {}

  /**
   * Reads it. Of a form that breaks off, what came whole.
   *
   * @return nothing where it is no such form, or larger than {@code most}
   */
  public static Optional<FileForm> read(HttpServletRequest request, int most) throws IOException {
    return JakartaServletFileUpload.isMultipartContent(request)
        ? read(new JakartaServletRequestContext(request), most)
        : Optional.empty();
  }

  static Optional<FileForm> read(RequestContext request, int most) throws IOException {
    if (request.getContentLength() > most) {
      return Optional.empty();
    }
    var upload = new JakartaServletFileUpload<>();
    upload.setMaxSize(most);
    upload.setHeaderCharset(StandardCharsets.UTF_8);
    var form = new FileForm();
    try {
      FileItemInputIterator parts = upload.getItemIterator(request);
      for (int i = 0; i < MOST_PARTS && parts.hasNext(); i++) {
        form.take(parts.next());
      }
    } catch (FileUploadSizeException e) {
      return Optional.empty();
    } catch (IOException e) { // it broke off
      return Optional.of(form);
    }
    return Optional.of(form);
  }

  private void take(FileItemInput part) throws IOException {
    byte[] content = part.getInputStream().readAllBytes();
    if (part.isFormField()) {
      fields.putIfAbsent(part.getFieldName(), new String(content, StandardCharsets.UTF_8));
    } else if (file.length == 0) {
      file = content;
    }
  }

  /** Its bytes; empty where there is none. */
  public byte[] file() {
    return file.clone();
  }

  /** A field that was typed; empty text where there is none. */
  public String field(String name) {
    return fields.getOrDefault(name, "");
  }
}

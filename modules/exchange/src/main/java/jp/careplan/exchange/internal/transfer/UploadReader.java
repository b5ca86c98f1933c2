package jp.careplan.exchange.internal.transfer;

import static jp.careplan.exchange.ExchangeProblem.FILE_TOO_LARGE;
import static jp.careplan.exchange.ExchangeProblem.TOO_MANY_FILES;
import static jp.careplan.exchange.ExchangeProblem.UNIT_TOO_LARGE;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;
import static jp.careplan.kernel.KernelProblem.UNSUPPORTED_MEDIA_TYPE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.kernel.DomainException;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a multipart request as it arrives, into memory and within the limits; nothing on disk. */
@ApplicationScoped
public class UploadReader {
  private static final String FILE = "file";
  private static final String ATTACHMENT = "attachment";
  private static final int KILOBYTE = 1024;
  private static final int FIELD_BYTES = 256 * KILOBYTE;

  @Inject
  @ConfigProperty(name = "careplan.limits.file-bytes", defaultValue = "10485760")
  private int fileBytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.request-bytes", defaultValue = "31457280")
  private int requestBytes;

  @Inject
  @ConfigProperty(name = "careplan.limits.files", defaultValue = "500")
  private int files;

  public Upload read(HttpServletRequest request) {
    if (!JakartaServletFileUpload.isMultipartContent(request)) {
      throw new DomainException(UNSUPPORTED_MEDIA_TYPE, "multipart/form-data");
    }
    if (request.getContentLengthLong() > requestBytes) {
      throw tooLarge();
    }
    try {
      return readParts(request);
    } catch (InvalidPathException e) {
      throw new DomainException(BAD_REQUEST, "ファイル名に使えない文字があります。");
    } catch (IOException e) {
      throw new DomainException(BAD_REQUEST, "途中で切れたか、multipartの形が正しくありません。");
    }
  }

  private Upload readParts(HttpServletRequest request) throws IOException {
    Map<String, byte[]> fields = new HashMap<>();
    Map<String, OfferedFile> offered = new LinkedHashMap<>();
    Map<String, OfferedFile> attached = new LinkedHashMap<>();
    long total = 0;
    FileItemInputIterator parts = multipart().getItemIterator(request);
    while (parts.hasNext()) {
      FileItemInput part = parts.next();
      boolean attachment = ATTACHMENT.equals(part.getFieldName());
      boolean file = attachment || FILE.equals(part.getFieldName());
      if (file && offered.size() + attached.size() == files) {
        throw new DomainException(TOO_MANY_FILES, "上限は" + files + "個です。");
      }
      byte[] content = bytes(part, file ? fileBytes : FIELD_BYTES);
      total += content.length;
      if (total > requestBytes) {
        throw tooLarge();
      }
      if (!file) {
        fields.put(part.getFieldName(), content);
      } else if (content.length > 0
          || !nameOf(part).isEmpty()) { // else a field that was left empty
        keep(attachment ? attached : offered, new OfferedFile(nameOf(part), content));
      }
    }
    return new Upload(fields, List.copyOf(offered.values()), List.copyOf(attached.values()));
  }

  private static void keep(Map<String, OfferedFile> kept, OfferedFile file) {
    if (kept.put(file.name(), file) != null) {
      throw new DomainException(BAD_REQUEST, "同じ名前のファイルが2つあります。");
    }
  }

  private static JakartaServletFileUpload<?, ?> multipart() {
    var multipart = new JakartaServletFileUpload<>();
    multipart.setHeaderCharset(StandardCharsets.UTF_8);
    multipart.setMaxFileCount(-1);
    return multipart;
  }

  private DomainException tooLarge() {
    return new DomainException(UNIT_TOO_LARGE, "上限は合わせて" + requestBytes / KILOBYTE + "KBです。");
  }

  private static byte[] bytes(FileItemInput part, int limit) throws IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw new DomainException(FILE_TOO_LARGE, "上限は1つ" + limit / KILOBYTE + "KBです。");
      }
      return bytes;
    } catch (FileUploadException e) {
      throw new DomainException(BAD_REQUEST, "途中で切れたか、multipartの形が正しくありません。");
    }
  }

  /** Folders are dropped, whichever way they are written: a name is a name, never a path. */
  private static String nameOf(FileItemInput part) {
    String name = part.getName();
    if (name == null) {
      throw new DomainException(BAD_REQUEST, "ファイル名がありません。");
    }
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}

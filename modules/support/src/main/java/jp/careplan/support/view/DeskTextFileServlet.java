package jp.careplan.support.view;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.Attaching;
import jp.careplan.support.Editing;
import jp.careplan.support.SupportProblem;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.file.FileForm;

/**
 * Takes a file that an editor lays to a text, and shows those of drafts: {@code
 * /desk/text-file/ID/EDITION}. Not through Faces, which would write it to a disk.
 */
@WebServlet("/desk/text-file/*")
public class DeskTextFileServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Pattern FILE = Pattern.compile("/([a-z0-9]{16})/([0-9]{1,9})");

  /** What names and fields take beside the file. */
  private static final int AROUND = 16 * 1024;

  @Inject private transient Attaching attaching;
  @Inject private transient Editing editing;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Matcher path = FILE.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
    boolean named = path.matches();
    var file =
        attaching.ofEditors(
            named ? path.group(1) : "", named ? Integer.parseInt(path.group(2)) : 0);
    TextFileAnswer.send(attaching, file, request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var key =
        new Editing.Key(
            DeskTextsView.kindOf(parameter(request, "kind")).orElse(TextKind.FAQ),
            parameter(request, "name"));
    editing.open(key); // before a byte is read: whoever is no editor is refused
    Optional<FileForm> form = FileForm.read(request, attaching.mostBytes() + AROUND);
    String title = form.map(it -> it.field("title")).orElse("");
    String told = "&done=laid";
    try {
      FileForm laid =
          form.orElseThrow(() -> new DomainException(SupportProblem.FILE_TOO_LARGE, ""));
      take(key, request, laid, title);
    } catch (DomainException e) {
      String typed = title.length() > 200 ? title.substring(0, 200) : title;
      told = "&refused=" + e.code().code() + "&title=" + TextWords.encoded(typed);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", TextWords.address("text-files", key) + told);
  }

  private void take(Editing.Key key, HttpServletRequest request, FileForm form, String title) {
    String seen = parameter(request, "seen");
    int number = seen.matches("[0-9]{1,9}") ? Integer.parseInt(seen) : 0;
    String id = parameter(request, "id");
    if (id.isEmpty()) {
      attaching.lay(key, number, form.file(), title);
    } else {
      attaching.replace(key, number, id, form.file(), title);
    }
  }

  private static String parameter(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).orElse("");
  }
}

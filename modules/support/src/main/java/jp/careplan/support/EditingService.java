package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

/** Each change locks the text, looks whether it is the one the editor saw, and leaves an entry. */
@ApplicationScoped
@Transactional
class EditingService implements Editing {
  private static final int LONGEST_REASON = 500;

  @Inject private EditingOperator operator;
  @Inject private TextVersions versions;
  @Inject private TextCheck check;
  @Inject private Texts texts;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public Page list(Filter filter, Optional<Key> after, int most) {
    operator.require();
    texts.revision(); // nobody may have read anything yet
    return versions.list(filter, after, most, LocalDate.now(clock));
  }

  @Override
  public Opened open(Key key) {
    operator.require();
    texts.revision();
    TextHead head = versions.require(key);
    return head.opened(versions.content(key, head.newest()));
  }

  @Override
  public HelpText preview(Key key, TextContent content) {
    operator.require();
    return texts.preview(key, content);
  }

  @Override
  public Key begin(TextKind kind, TextContent content) {
    String by = operator.require();
    texts.revision();
    if (kind.isFixed()) {
      throw new DomainException(SupportProblem.NO_SUCH_TEXT, "");
    }
    check.require(kind, content);
    Key key = versions.freeKey(kind, content, LocalDate.now(clock));
    versions.begin(new TextVersion(key, new Saved(1, clock.instant(), by), content));
    note(by, "text-saved", key, 1, "");
    return key;
  }

  @Override
  public int save(Key key, int seen, TextContent content) {
    String by = operator.require();
    check.require(key.kind(), content);
    TextHead head = locked(key, seen);
    if (!versions.content(key, seen).equals(content)) {
      add(head, by, content);
      note(by, "text-saved", key, head.newest(), "");
    }
    return head.newest();
  }

  private void add(TextHead head, String by, TextContent content) {
    versions.add(
        head,
        new TextVersion(head.key(), new Saved(head.newest() + 1, clock.instant(), by), content));
  }

  @Override
  public void askReview(Key key, int seen) {
    String by = operator.require();
    TextHead head = locked(key, seen);
    requireState(head, TextState.DRAFT);
    head.reviewed(true);
    note(by, "text-review-asked", key, seen, "");
  }

  @Override
  public void sendBack(Key key, int seen) {
    String by = operator.require();
    TextHead head = locked(key, seen);
    requireState(head, TextState.REVIEW);
    head.reviewed(false);
    note(by, "text-sent-back", key, seen, "");
  }

  @Override
  public void publish(Key key, int seen) {
    String by = operator.require();
    TextHead head = locked(key, seen);
    requireState(head, TextState.REVIEW);
    TextContent content = versions.content(key, seen);
    TextKind kind = key.kind();
    boolean two =
        content.takesTwo(kind)
            || (head.published() > 0 && versions.content(key, head.published()).takesTwo(kind));
    if (two && versions.wrote(by, key, head.published())) {
      throw new DomainException(SupportProblem.SECOND_EDITOR, "");
    }
    head.publish();
    texts.show(key, content);
    note(by, "text-published", key, seen, "");
  }

  @Override
  public void archive(Key key, int seen, String reason) {
    String by = operator.require();
    if (key.kind().isFixed()) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
    String why = reason.strip();
    if (why.isEmpty() || why.length() > LONGEST_REASON) {
      throw new DomainException(SupportProblem.TEXT_UNFIT, "公開を終える理由を、500文字までで書いてください。");
    }
    TextHead head = locked(key, seen);
    if (head.state() == TextState.ARCHIVED) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
    head.archive();
    texts.hide(key);
    note(by, "text-archived", key, seen, why);
  }

  @Override
  public void restore(Key key, int seen, int number) {
    String by = operator.require();
    TextHead head = locked(key, seen);
    TextContent content = versions.content(key, number);
    check.require(key.kind(), content);
    add(head, by, content);
    note(by, "text-restored", key, head.newest(), "");
  }

  @Override
  public List<Saved> versions(Key key) {
    operator.require();
    return versions.saved(key);
  }

  @Override
  public TextContent version(Key key, int number) {
    operator.require();
    return versions.content(key, number);
  }

  private TextHead locked(Key key, int seen) {
    TextHead head = versions.lock(key);
    if (head.newest() != seen) {
      throw new DomainException(SupportProblem.TEXT_CHANGED, "");
    }
    return head;
  }

  private static void requireState(TextHead head, TextState state) {
    if (head.state() != state) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "");
    }
  }

  private void note(String by, String action, Key key, int number, String reason) {
    String subject = key.kind() + "/" + key.name() + " " + number;
    trail.append(new AuditTrail.Entry(by, "", action, subject, reason));
  }
}

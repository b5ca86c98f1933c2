package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;

/** Unmet questions that are alike, counted together. */
@Entity
@Table(name = "support_unmet_group")
class UnmetGroup {
  static final String OPEN = "OPEN";
  static final String ENDED = "ENDED";

  @Id private String id;
  private String words;
  private String about;

  @SuppressWarnings("UnusedVariable") // groups are listed by it
  private String state;

  @Column(name = "open_ones")
  private int openOnes;

  private long counted;

  @Column(name = "by_search")
  private long bySearch;

  @Column(name = "by_vote")
  private long byVote;

  @Column(name = "by_chat")
  private long byChat;

  @Column(name = "by_inquiry")
  private long byInquiry;

  @Column(name = "first_at")
  private Instant firstAt;

  @Column(name = "last_at")
  private Instant lastAt;

  @Version private long version;

  protected UnmetGroup() {}

  /** One of its questions came up, maybe for the first time. */
  void again(Unmet question, Instant now) {
    if (counted == 0) {
      firstAt = now;
    }
    lastAt = now;
    counted++;
    switch (question.source()) {
      case SEARCH -> bySearch++;
      case VOTE -> byVote++;
      case CHAT -> byChat++;
      case INQUIRY -> byInquiry++;
    }
    if (question.isNew()) {
      open(openOnes + 1);
    }
  }

  void open(int now) {
    openOnes = now;
    state = now > 0 ? OPEN : ENDED;
  }

  /** What is left of a kind after the old ones were deleted. */
  void counts(UnmetKind kind, long left) {
    switch (kind) {
      case SEARCH -> bySearch = left;
      case VOTE -> byVote = left;
      case CHAT -> byChat = left;
      case INQUIRY -> byInquiry = left;
    }
    counted = bySearch + byVote + byChat + byInquiry;
  }

  boolean isEmpty() {
    return counted == 0;
  }

  UnmetDesk.Group shown() {
    return new UnmetDesk.Group(
        id,
        words,
        about,
        openOnes,
        counted,
        List.of(
                new UnmetDesk.Count(UnmetKind.SEARCH, bySearch),
                new UnmetDesk.Count(UnmetKind.VOTE, byVote),
                new UnmetDesk.Count(UnmetKind.CHAT, byChat),
                new UnmetDesk.Count(UnmetKind.INQUIRY, byInquiry))
            .stream()
            .filter(it -> it.counted() > 0)
            .toList(),
        firstAt,
        lastAt);
  }
}

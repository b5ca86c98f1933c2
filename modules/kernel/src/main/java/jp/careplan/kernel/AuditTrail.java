package jp.careplan.kernel;

/** 監査証跡: who did what to what. An entry is written in the caller's transaction or not at all. */
public interface AuditTrail {
  /**
   * @param actor who acted: a user ID, or the name of a worker of the system
   * @param office the office acted for; empty text for the operator or the system
   * @param action a verb in past tense, kebab-case, for example {@code transmission-sent}
   * @param subject the ID of what was acted on; never a name or an insured number
   * @param reason why an operator did it; empty where nobody is asked
   */
  record Entry(String actor, String office, String action, String subject, String reason) {
    public Entry(String actor, String office, String action, String subject) {
      this(actor, office, action, subject, "");
    }
  }

  /** Appends one entry at the current moment. */
  void append(Entry entry);
}

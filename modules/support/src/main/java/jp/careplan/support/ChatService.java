package jp.careplan.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Vault;
import jp.careplan.support.internal.content.Markdown;
import jp.careplan.support.internal.inquiry.Codes;
import jp.careplan.support.internal.inquiry.PersonalData;

@ApplicationScoped
@Transactional
class ChatService implements Chatting {
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration MINUTES = Duration.ofMinutes(10);
  private static final int MOST_SAID = 120;
  private static final int LONGEST = 200;

  @PersistenceContext private EntityManager em;
  @Inject private ChatMind mind;
  @Inject private UnmetQueue unmet;
  @Inject private RuleUsage usage;
  @Inject private Brake brake;
  @Inject private Vault vault;
  @Inject private Clock clock;

  @Override
  public Talk find(Optional<String> token) {
    return talk(token.orElse(""), token.flatMap(this::state));
  }

  private Talk talk(String token, Optional<ChatState> state) {
    List<Line> lines = new ArrayList<>();
    lines.add(mind.greeting());
    state.ifPresent(it -> lines.addAll(it.lines()));
    return new Talk(state.isPresent() ? token : "", lines);
  }

  @Override
  public Talk say(Optional<String> token, String text, String source) {
    String said = text.replaceAll("\\p{Cntrl}", " ").strip();
    String cut = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
    return cut.isEmpty() ? find(token) : change(token, source, state -> answer(state, cut));
  }

  private void answer(ChatState state, String said) {
    state.typed(PersonalData.masked(said));
    if (!mind.answer(said, state)) {
      usage.askedForPerson(state.takeRule());
      unmet.note(UnmetKind.CHAT, said, "");
    }
  }

  @Override
  public Talk press(Optional<String> token, String button, String source) {
    return change(token, source, state -> press(state, button));
  }

  private void press(ChatState state, String button) {
    switch (button) {
      case BACK -> state.back();
      case START -> {
        state.forgetMisses();
        state.pressed("はじめから");
        state.add(mind.greeting());
      }
      case PERSON -> {
        state.pressed("人に聞く");
        usage.askedForPerson(state.takeRule());
        mind.handOver(state);
        unmet.note(UnmetKind.CHAT, state.lastSaid(), "");
      }
      case ChatMind.NONE -> {
        usage.noneOf(state.takeRule());
        missed(state, "どれでもない");
      }
      case ChatMind.UNHELPFUL -> {
        usage.unhelpful(state.takeRule());
        missed(state, "これでは解決しない");
      }
      default -> choose(state, button);
    }
  }

  private void missed(ChatState state, String label) {
    state.pressed(label);
    if (!mind.missed(state)) {
      unmet.note(UnmetKind.CHAT, state.lastSaid(), "");
    }
  }

  /** Only what was offered may be chosen. */
  private void choose(ChatState state, String button) {
    String offered = state.labelOf(button);
    String label =
        offered.isEmpty()
            ? mind.greeting().buttons().stream()
                .filter(it -> it.value().equals(button))
                .map(Button::label)
                .findFirst()
                .orElse("")
            : offered;
    if (!label.isEmpty()) {
      mind.choose(button, label, state);
    }
  }

  private Talk change(Optional<String> token, String source, Consumer<ChatState> what) {
    brake.count("chat " + source, MOST_SAID, MINUTES);
    Optional<ChatThread> known = token.flatMap(this::thread);
    String held = known.flatMap(any -> token).orElseGet(() -> Codes.newCode() + Codes.newCode());
    ChatThread thread = known.orElseGet(() -> new ChatThread(id(held), clock.instant()));
    ChatState state = known.map(it -> read(held, it)).orElseGet(ChatState::new);
    what.accept(state);
    thread.write(vault.seal(place(held), state.json().getBytes(UTF_8)), clock.instant());
    if (known.isEmpty()) {
      em.persist(thread);
    }
    return talk(held, Optional.of(state));
  }

  private Optional<ChatThread> thread(String token) {
    return Optional.ofNullable(em.find(ChatThread.class, id(token)));
  }

  private Optional<ChatState> state(String token) {
    return thread(token).map(it -> read(token, it));
  }

  private ChatState read(String token, ChatThread thread) {
    return ChatState.read(new String(vault.open(place(token), thread.content()), UTF_8));
  }

  private static String id(String token) {
    return Sha256.hex("chat " + token);
  }

  private static String place(String token) {
    return "support_chat " + id(token);
  }

  @Override
  public String transcript(Optional<String> token) {
    return token.flatMap(this::state).map(ChatState::lines).orElse(List.of()).stream()
        .map(it -> (it.ours() ? "案内: " : "質問: ") + plain(it))
        .collect(Collectors.joining("\n"));
  }

  private static String plain(Line line) {
    return line.markdown() ? Markdown.plain(line.text()) : line.text();
  }

  @Override
  public String lastSaid(Optional<String> token) {
    return token.flatMap(this::state).map(ChatState::lastSaid).orElse("");
  }

  /** Deletes what nobody went on with; how many of at most {@code most}. */
  int purge(int most) {
    List<String> old =
        em.createQuery("select c.id from ChatThread c where c.touchedAt < :limit", String.class)
            .setParameter("limit", clock.instant().minus(KEPT))
            .setMaxResults(most)
            .getResultList();
    return old.isEmpty()
        ? 0
        : em.createQuery("delete from ChatThread c where c.id in :ids")
            .setParameter("ids", old)
            .executeUpdate();
  }
}

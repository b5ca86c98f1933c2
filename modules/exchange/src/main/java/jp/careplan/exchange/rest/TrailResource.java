package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.page.ActionWords;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.exchange.OfficeTrail.Confirmation;
import jp.careplan.exchange.OfficeTrail.Filter;
import jp.careplan.exchange.view.ListTables;
import jp.careplan.kernel.AuditReading.Count;
import jp.careplan.kernel.AuditReading.Line;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/** 事業所の記録: what was done for the office, by which of its people; for administrators. */
@Path("trail")
@Produces(MediaType.APPLICATION_JSON)
public class TrailResource {
  private static final int MOST = 200;
  private static final int MONTHS = 12;

  @Inject private OfficeTrail trail;
  @Inject private ActionWords words;
  @Inject private ListTables tables;
  @Inject private Caller caller;
  @Inject private Clock clock;

  /** Entries leave the house with it, which is an entry itself. */
  @GET
  public JsonObject entries(
      @QueryParam("user") @DefaultValue("") String user,
      @QueryParam("action") @DefaultValue("") String action,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    OfficeSession by = caller.careSession();
    int most = Math.clamp(limit, 1, MOST);
    var filter = new Filter(user, action, day(from), day(until));
    var after = Optional.ofNullable(cursor).map(TrailCursor::read);
    List<Line> found = trail.read(by, filter, after, most + 1);
    trail.saved(by);
    boolean more = found.size() > most;
    List<Line> shown = found.subList(0, Math.min(most, found.size()));
    return ExchangeJson.object()
        .add("items", ExchangeJson.array(shown, this::entry))
        .add(
            "next",
            ExchangeJson.text(
                Optional.of(shown).filter(it -> more).map(it -> TrailCursor.of(it.getLast()))))
        .build();
  }

  @GET
  @Produces(Table.SECOND)
  public Response table(
      @QueryParam("user") @DefaultValue("") String user,
      @QueryParam("action") @DefaultValue("") String action,
      @QueryParam("from") @Nullable String from,
      @QueryParam("until") @Nullable String until) {
    OfficeSession by = caller.careSession();
    var filter = new Filter(user, action, day(from), day(until));
    trail.saved(by);
    return Table.answer("office-trail", out -> tables.trail(by, filter, out));
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.ofNullable(text).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new DomainException(BAD_REQUEST, "日にちは2026-06-25の形です。");
    }
  }

  private JsonObject entry(Line it) {
    return ExchangeJson.object()
        .add("at", it.at().toString())
        .add("by", user(it.entry().actor()))
        .add("action", it.entry().action())
        .add("actionName", words.of(it.entry().action()))
        .add("subject", it.entry().subject())
        .build();
  }

  private static JsonValue user(String actor) {
    return ExchangeJson.text(Optional.of(actor).filter(it -> !it.equals(OfficeTrail.OTHERS)));
  }

  /** The last twelve months, newest first, with whether they were ticked off. */
  @GET
  @Path("months")
  public JsonObject months() {
    YearMonth now = YearMonth.now(clock);
    Map<YearMonth, Confirmation> confirmed =
        trail.confirmed(caller.careSession(), now.minusMonths(MONTHS - 1L), now);
    List<YearMonth> months = IntStream.range(0, MONTHS).mapToObj(now::minusMonths).toList();
    return ExchangeJson.object()
        .add(
            "items",
            ExchangeJson.array(
                months,
                it ->
                    ExchangeJson.object()
                        .add("month", new ServiceMonth(it).toString())
                        .add("over", it.isBefore(now))
                        .add("confirmed", confirmation(Optional.ofNullable(confirmed.get(it))))
                        .build()))
        .build();
  }

  @GET
  @Path("months/{month}")
  public JsonObject month(@PathParam("month") String month) {
    var seen = trail.month(caller.careSession(), ServiceMonth.parse(month).value());
    List<String> users = List.copyOf(seen.counts().keySet());
    return ExchangeJson.object()
        .add("month", new ServiceMonth(seen.month()).toString())
        .add("over", seen.over())
        .add("entries", seen.entries())
        .add(
            "users",
            ExchangeJson.array(users, it -> counts(it, seen.counts().getOrDefault(it, List.of()))))
        .add("confirmed", confirmation(seen.confirmed()))
        .build();
  }

  private JsonObject counts(String user, List<Count> counts) {
    return ExchangeJson.object()
        .add("by", user(user))
        .add("actions", ExchangeJson.array(counts, this::count))
        .build();
  }

  private JsonObject count(Count it) {
    return ExchangeJson.object()
        .add("action", it.action())
        .add("actionName", words.of(it.action()))
        .add("times", it.times())
        .build();
  }

  /** Ticks the month off. */
  @POST
  @Path("months/{month}/confirmation")
  public JsonObject confirm(@PathParam("month") String month) {
    trail.confirm(caller.careSession(), ServiceMonth.parse(month).value());
    return month(month);
  }

  private static JsonValue confirmation(Optional<Confirmation> of) {
    return of.<JsonValue>map(it ->
            ExchangeJson.object()
                .add("by", it.by())
                .add("at", it.at().toString())
                .add("entries", it.entries())
                .build())
        .orElse(JsonValue.NULL);
  }
}

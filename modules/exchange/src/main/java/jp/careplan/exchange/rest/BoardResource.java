package jp.careplan.exchange.rest;

import static jp.careplan.exchange.ExchangeProblem.NOT_ON_THE_BOARD;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.Caller;
import jp.careplan.exchange.MonthBoard;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.exchange.MonthBoard.Way;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/** 今月の状況: who still owes whom what, and what is settled in another way. */
@Path("board")
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
  private static final Pattern LINE =
      Pattern.compile("([PS])-([0-9]{2}[0-9A-Z][0-9]{7})-([0-9A-Z]{0,2})-([0-9]{0,2})");

  private static final int MOST = 200;

  @Inject private MonthBoard boards;
  @Inject private Caller caller;
  @Inject private Clock clock;

  @GET
  public JsonObject board(
      @QueryParam("month") @Nullable String month,
      @QueryParam("missing") boolean missing,
      @QueryParam("cursor") @DefaultValue("") String cursor,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    ServiceMonth shown =
        Optional.ofNullable(month)
            .map(ServiceMonth::parse)
            .orElseGet(() -> new ServiceMonth(YearMonth.now(clock)));
    if (!cursor.isEmpty() && !LINE.matcher(cursor).matches()) { // it may be there no more
      throw new DomainException(KernelProblem.BAD_REQUEST, "cursor");
    }
    int most = Math.clamp(limit, 1, MOST);
    return BoardJson.board(boards.of(caller.careSession(), shown), missing, cursor, most);
  }

  @PUT
  @Path("{line}/ticks/{lane}/{month}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void tick(
      @PathParam("line") String line,
      @PathParam("lane") String lane,
      @PathParam("month") String month,
      JsonObject body) {
    Way way = JsonBody.one(body, "way", Way.class);
    boards.tick(caller.careSession(), key(line), lane(lane), ServiceMonth.parse(month), way);
  }

  @DELETE
  @Path("{line}/ticks/{lane}/{month}")
  public void untick(
      @PathParam("line") String line,
      @PathParam("lane") String lane,
      @PathParam("month") String month) {
    boards.untick(caller.careSession(), key(line), lane(lane), ServiceMonth.parse(month));
  }

  /** Of whom a result is awaited, by plan and place in it. */
  @GET
  @Path("{line}/awaited/{month}")
  public JsonObject awaited(@PathParam("line") String line, @PathParam("month") String month) {
    var people = boards.awaited(caller.careSession(), key(line), ServiceMonth.parse(month));
    return ExchangeJson.object()
        .add("people", ExchangeJson.array(people, BoardJson::awaited))
        .build();
  }

  @PUT
  @Path("{line}/awaited/{month}/{transmission}/{place}/absence")
  public void noteAbsence(
      @PathParam("line") String line,
      @PathParam("month") String month,
      @PathParam("transmission") TransmissionId transmission,
      @PathParam("place") int place) {
    boards.noteAbsence(
        caller.careSession(), key(line), ServiceMonth.parse(month), transmission, place);
  }

  @DELETE
  @Path("{line}/awaited/{month}/{transmission}/{place}/absence")
  public void takeBackAbsence(
      @PathParam("line") String line,
      @PathParam("month") String month,
      @PathParam("transmission") TransmissionId transmission,
      @PathParam("place") int place) {
    boards.takeBackAbsence(
        caller.careSession(), key(line), ServiceMonth.parse(month), transmission, place);
  }

  /** By which day results are wished; the same as the partner's {@code resultDay}. */
  @PUT
  @Path("{line}/result-day/{month}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void wish(
      @PathParam("line") String line, @PathParam("month") String month, JsonObject body) {
    int day = JsonBody.number(body, "day");
    boards.wish(caller.careSession(), key(line), ServiceMonth.parse(month), day);
  }

  /** Asks the partner politely; once a day. */
  @POST
  @Path("{line}/reminders/{lane}/{month}")
  public void remind(
      @PathParam("line") String line,
      @PathParam("lane") String lane,
      @PathParam("month") String month) {
    boards.remind(caller.careSession(), key(line), lane(lane), ServiceMonth.parse(month));
  }

  /** As {@link BoardJson} writes it. */
  private static LineKey key(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new DomainException(NOT_ON_THE_BOARD, "");
    }
    return new LineKey(
        new OfficeNumber(parts.group(2)),
        parts.group(1).equals("P"),
        parts.group(3),
        parts.group(4));
  }

  private static Lane lane(String name) {
    return Arrays.stream(Lane.values())
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DomainException(NOT_ON_THE_BOARD, ""));
  }
}

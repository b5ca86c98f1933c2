package jp.careplan.exchange.rest;

import static jp.careplan.application.ApplicationProblem.SESSION_OVER;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.careplan.application.Caller;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.exchange.BulkReceiving;
import jp.careplan.exchange.MailboxBell;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Mailboxes.Event;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.exchange.Mailboxes.Page;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.view.ListTables;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.HungUp;
import jp.careplan.kernel.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Inbox, sent list, events. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxResource {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  @Inject private Mailboxes mailboxes;
  @Inject private ListTables tables;
  @Inject private BulkReceiving bulk;
  @Inject private MailboxBell bell;
  @Inject private RunningSessions sessions;
  @Inject private Caller caller;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;
  @Context private HttpServletRequest request;

  @GET
  @Path("inbox")
  public JsonObject inbox(
      @QueryParam("after") @Nullable Long after,
      @QueryParam("cursor") @Nullable String cursor,
      @BeanParam MailboxFilter asked,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    Filter filter = asked.read();
    OfficeSession by = caller.careSession();
    if (after == null) {
      return page(mailboxes.inbox(by, filter, Optional.ofNullable(cursor), limit));
    }
    List<TransmissionSummary> items = mailboxes.inboxAfter(by, filter, after, limit);
    return ExchangeJson.object()
        .add("items", ExchangeJson.array(items, ExchangeJson::summary))
        .add("next", String.valueOf(items.isEmpty() ? after : items.getLast().inboxNumber()))
        .build();
  }

  /** All that the filter lets through, newest first. */
  @GET
  @Path("inbox")
  @Produces(Table.SECOND)
  public Response inboxTable(@BeanParam MailboxFilter asked) {
    Filter filter = asked.read();
    OfficeSession by = caller.careSession();
    return Table.answer("inbox", out -> tables.inbox(by, filter, out));
  }

  /** Those that are named, or all that is unread; received with this and streamed as one ZIP. */
  @POST
  @Path("inbox/bundle")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces("application/zip")
  public Response bundle(JsonObject wanted) {
    OfficeSession by = caller.careSession();
    List<TransmissionSummary> found =
        wanted.containsKey("transmissions")
            ? bulk.inOrder(by, ids(wanted.get("transmissions")))
            : bulk.unread(by);
    StreamingOutput zip =
        out -> bulk.write(by, found, out, () -> request.getAttribute(HungUp.ATTRIBUTE) == null);
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition("careplan.zip"))
        .build();
  }

  private static List<TransmissionId> ids(JsonValue named) {
    if (!(named instanceof JsonArray array) || array.isEmpty()) {
      throw new DomainException(KernelProblem.BAD_REQUEST, "transmissionsは送信IDの並びです。");
    }
    return array.stream()
        .map(id -> new TransmissionId(id instanceof JsonString text ? text.getString() : ""))
        .toList();
  }

  @GET
  @Path("sent")
  public JsonObject sent(
      @QueryParam("cursor") @Nullable String cursor,
      @BeanParam MailboxFilter asked,
      @QueryParam("limit") @DefaultValue("50") int limit) {
    return page(
        mailboxes.sent(caller.careSession(), asked.read(), Optional.ofNullable(cursor), limit));
  }

  /** All that the filter lets through, newest first. */
  @GET
  @Path("sent")
  @Produces(Table.SECOND)
  public Response sentTable(@BeanParam MailboxFilter asked) {
    Filter filter = asked.read();
    OfficeSession by = caller.careSession();
    return Table.answer("sent", out -> tables.sent(by, filter, out));
  }

  @GET
  @Path("overview")
  public JsonObject overview() {
    return ExchangeJson.overview(mailboxes.overview(caller.careSession()));
  }

  @GET
  @Path("events")
  public void events(
      @QueryParam("after") @DefaultValue("0") long after,
      @QueryParam("wait") @DefaultValue("0") int wait,
      @Suspended AsyncResponse response) {
    long seconds = Math.clamp(wait, 0, LONGEST_WAIT.toSeconds());
    answer(caller.careSession(), after, clock.instant().plusSeconds(seconds), response);
  }

  /** Answers with what is there, or looks again at the next ring; holds no thread meanwhile. */
  private void answer(OfficeSession by, long after, Instant end, AsyncResponse response) {
    CompletableFuture<Void> ring = bell.nextRing(by.office());
    List<Event> found = mailboxes.events(by, after);
    long left = Duration.between(clock.instant(), end).toMillis();
    if (!found.isEmpty() || left <= 0) {
      ring.cancel(false);
      if (!sessions.isRunning(by)) { // it may have ended while this waited
        response.resume(new DomainException(SESSION_OVER, ""));
        return;
      }
      response.resume(events(found, after));
      return;
    }
    var looked =
        ring.completeOnTimeout(null, left, TimeUnit.MILLISECONDS)
            .thenRunAsync(() -> answer(by, after, end, response), executor);
    CompletableFuture<@Nullable Void> unused =
        looked.exceptionally(failure -> {
          response.resume(failure);
          return null;
        });
  }

  private static JsonObject events(List<Event> found, long after) {
    return ExchangeJson.object()
        .add("events", ExchangeJson.array(found, ExchangeJson::event))
        .add("last", found.isEmpty() ? after : found.getLast().number())
        .build();
  }

  private static JsonObject page(Page page) {
    return ExchangeJson.object()
        .add("items", ExchangeJson.array(page.items(), ExchangeJson::summary))
        .add("next", ExchangeJson.text(page.next()))
        .build();
  }
}

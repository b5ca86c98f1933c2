package jp.careplan.exchange.rest;

import static jp.careplan.exchange.ExchangeProblem.NO_MISDIRECTION;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Freezing;
import jp.careplan.exchange.Freezing.Act;
import jp.careplan.exchange.Freezing.Case;
import jp.careplan.exchange.Freezing.Look;
import jp.careplan.exchange.Freezing.Outcome;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.view.Papers;
import jp.careplan.kernel.DomainException;

/** 誤送信: the steps of what came to the wrong office. */
@Path("transmissions/{id}/misdirection")
@Produces(MediaType.APPLICATION_JSON)
public class MisdirectionResource {
  @Inject private Freezing freezing;
  @Inject private Papers papers;
  @Inject private Caller caller;

  @GET
  public JsonObject find(@PathParam("id") TransmissionId id) {
    return json(
        freezing
            .find(caller.careSession(), id)
            .orElseThrow(() -> new DomainException(NO_MISDIRECTION, "")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject report(@PathParam("id") TransmissionId id, JsonObject body) {
    return json(freezing.report(caller.careSession(), id, text(body, "words")));
  }

  @POST
  @Path("deletion-request")
  public JsonObject ask(@PathParam("id") TransmissionId id) {
    return json(freezing.askForDeletion(caller.careSession(), id));
  }

  @POST
  @Path("deletion")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject confirm(@PathParam("id") TransmissionId id, JsonObject body) {
    return json(freezing.confirmDeletion(caller.careSession(), id, text(body, "words")));
  }

  @POST
  @Path("settlement")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject settle(@PathParam("id") TransmissionId id, JsonObject body) {
    find(id); // to others it does not exist, whatever they ask for
    Outcome outcome =
        switch (text(body, "outcome")) {
          case "LIFTED" -> Outcome.LIFTED;
          case "ERASED" -> Outcome.ERASED;
          default -> throw new DomainException(BAD_REQUEST, "outcomeはLIFTEDかERASEDです。");
        };
    return json(freezing.settle(caller.careSession(), id, outcome));
  }

  /** 誤送信の控え, for the office's own duty. */
  @GET
  @Path("report")
  @Produces("application/pdf")
  public Response paper(@PathParam("id") TransmissionId id) {
    return Pdf.answer(papers.misdirection(caller.careSession(), id), "misdirected-" + id);
  }

  private static String text(JsonObject body, String name) {
    return body.get(name) instanceof JsonString text ? text.getString().strip() : "";
  }

  private static JsonObject json(Case it) {
    return ExchangeJson.object()
        .add("transmission", ExchangeJson.summary(it.transmission()))
        .add("words", it.words())
        .add("reported", act(it.reported()))
        .add("deletionRequested", act(it.asked()))
        .add("deletionTold", act(it.confirmed()))
        .add("deletionWords", it.confirmedWords())
        .add("settled", act(it.settled()))
        .add("outcome", ExchangeJson.text(it.outcome()))
        .add("looks", ExchangeJson.array(it.looks(), MisdirectionResource::look))
        .build();
  }

  private static JsonValue act(Optional<Act> act) {
    return act.<JsonValue>map(MisdirectionResource::act).orElse(JsonValue.NULL);
  }

  private static JsonObject act(Act act) {
    return ExchangeJson.object()
        .add("at", act.at().toString())
        .add("office", act.office().value())
        .add("by", act.by())
        .build();
  }

  private static JsonObject look(Look look) {
    return ExchangeJson.object()
        .add("at", look.at().toString())
        .add("by", look.by())
        .add("action", look.action())
        .build();
  }
}

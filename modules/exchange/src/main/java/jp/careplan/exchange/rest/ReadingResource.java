package jp.careplan.exchange.rest;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_PERSON;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Reading;
import jp.careplan.exchange.Reading.Compared;
import jp.careplan.exchange.Reading.Look;
import jp.careplan.exchange.Reading.Opened;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.form.Person;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.view.FormPapers;
import jp.careplan.kernel.DomainException;

/**
 * 中身を見る: the people of a unit and their forms. An address names a person by place in the unit
 * alone; each call is an entry of the trail.
 */
@Path("transmissions/{id}/people")
@Produces(MediaType.APPLICATION_JSON)
public class ReadingResource {
  @Inject private Reading reading;
  @Inject private FormPapers papers;
  @Inject private Caller caller;

  @GET
  public JsonObject people(@PathParam("id") TransmissionId id) {
    Opened opened = reading.open(caller.careSession(), id, Look.PEOPLE, 0);
    return ExchangeJson.object()
        .add("people", ExchangeJson.array(opened.unit().people(), FormJson::person))
        .add("unreadableFiles", ExchangeJson.strings(opened.unit().broken()))
        .build();
  }

  @GET
  @Path("{place}")
  public JsonObject forms(@PathParam("id") TransmissionId id, @PathParam("place") int place) {
    Opened opened = open(id, Look.SHOWN, place);
    return FormJson.of(person(opened, place), opened.unit());
  }

  /** What changed since the version before; no forms where there was none. */
  @GET
  @Path("{place}/changes")
  public JsonObject changes(@PathParam("id") TransmissionId id, @PathParam("place") int place) {
    Opened opened = open(id, Look.SHOWN, place);
    var forms = reading.sinceBefore(caller.careSession(), id, person(opened, place), opened.unit());
    return ExchangeJson.object().add("forms", FormJson.forms(forms)).build();
  }

  /** A result over the plan of its month; no form where there is no plan. */
  @GET
  @Path("{place}/comparison")
  public JsonObject comparison(@PathParam("id") TransmissionId id, @PathParam("place") int place) {
    Opened opened = open(id, Look.SHOWN, place);
    var form = reading.compared(caller.careSession(), id, person(opened, place), opened.unit());
    return ExchangeJson.object()
        .add("forms", FormJson.forms(form.map(Compared::form).stream().toList()))
        .build();
  }

  @GET
  @Path("{place}/paper")
  @Produces("application/pdf")
  public Response paper(@PathParam("id") TransmissionId id, @PathParam("place") int place) {
    requirePlace(place);
    return Pdf.answer(papers.pdf(id, place), id + "-" + place);
  }

  @GET
  @Path("{place}/pictures/{picture}")
  @Produces("image/jpeg")
  public Response picture(
      @PathParam("id") TransmissionId id,
      @PathParam("place") int place,
      @PathParam("picture") int picture) {
    requirePlace(place);
    return Response.ok(papers.picture(id, place, picture))
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition("picture.jpg"))
        .build();
  }

  /** Notes that a person's forms were put on paper outside of this house. */
  @POST
  @Path("{place}/printed")
  public void printed(@PathParam("id") TransmissionId id, @PathParam("place") int place) {
    open(id, Look.PRINTED, place);
  }

  private Opened open(TransmissionId id, Look look, int place) {
    requirePlace(place);
    return reading.open(caller.careSession(), id, look, place);
  }

  /** Inside, place 0 stands for all. */
  private static void requirePlace(int place) {
    if (place < 1) {
      throw new DomainException(NO_SUCH_PERSON, "");
    }
  }

  private static Person person(Opened opened, int place) {
    return opened.unit().person(place).orElseThrow(() -> new DomainException(NO_SUCH_PERSON, ""));
  }
}

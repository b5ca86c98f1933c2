package jp.careplan.exchange.rest;

import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.Caller;
import jp.careplan.exchange.Addressee;
import jp.careplan.exchange.Confirmation;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Mailboxes;
import jp.careplan.exchange.Messages;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.Receiving;
import jp.careplan.exchange.Sending;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.exchange.internal.transfer.Bundle;
import jp.careplan.exchange.internal.transfer.Upload;
import jp.careplan.exchange.internal.transfer.UploadReader;
import jp.careplan.exchange.view.FormPapers;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** One transmission: send, look, receive, download, withdraw. */
@ApplicationScoped
@Path("transmissions/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class TransmissionResource {
  @Inject private Sending sending;
  @Inject private Receiving receiving;
  @Inject private Messages messages;
  @Inject private Mailboxes mailboxes;
  @Inject private FormPapers papers;
  @Inject private Caller caller;
  @Inject private UploadReader uploads;
  @Context private HttpServletRequest request;

  @PUT
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response send(@PathParam("id") String id) {
    Upload upload = uploads.read(request);
    var offer =
        new SendingOffer(
            new TransmissionId(id),
            upload
                .text("manifest")
                .orElseThrow(() -> new DomainException(BAD_REQUEST, "manifestがありません。")),
            upload.bytes("signature"),
            upload.text("reason").map(String::strip).filter(reason -> !reason.isEmpty()),
            upload.text("resend").filter("true"::equals).isPresent(),
            upload.files(),
            confirmation(upload),
            enclosure(upload),
            addressee(upload));
    return switch (sending.send(caller.careSession(), offer)) {
      case Accepted accepted ->
          Response.status(accepted.repeated() ? Response.Status.OK : Response.Status.CREATED)
              .entity(ExchangeJson.accepted(accepted))
              .build();
      case Refused refused -> throw new RefusedException(refused);
      case AlreadySent sent -> throw new RefusedException(sent);
      case Unsure unsure -> throw new RefusedException(unsure);
    };
  }

  /** Attachments without a letter make none: the letter says what they are called. */
  private static Optional<Enclosure> enclosure(Upload upload) {
    Optional<byte[]> letter = upload.bytes("message");
    if (letter.isEmpty() && !upload.attachments().isEmpty()) {
      throw new DomainException(BAD_REQUEST, "attachmentには、messageが要ります。");
    }
    return letter.map(
        bytes -> new Enclosure(new OfferedFile(Enclosure.LETTER, bytes), upload.attachments()));
  }

  private static Optional<Addressee> addressee(Upload upload) {
    return upload
        .text("recipient")
        .map(number ->
            new Addressee(
                new OfficeNumber(number.strip()),
                upload.text("recipientKind").map(String::strip).orElse(""),
                upload.text("senderKind").map(String::strip).orElse("")));
  }

  /** The message for a person to read, which is noted. */
  @GET
  @Path("message")
  public JsonObject message(@PathParam("id") TransmissionId id) {
    return ExchangeJson.letter(messages.read(caller.careSession(), id));
  }

  private static Confirmation confirmation(Upload upload) {
    if (upload.text("confirmed").filter("true"::equals).isPresent()) {
      return Confirmation.GIVEN;
    }
    return upload.text("strict").filter("true"::equals).isPresent()
        ? Confirmation.ASKED
        : Confirmation.NOT_ASKED;
  }

  @GET
  public JsonObject detail(@PathParam("id") TransmissionId id) {
    return ExchangeJson.detail(mailboxes.detail(caller.careSession(), id));
  }

  @POST
  @Path("receiving")
  public JsonObject receive(@PathParam("id") TransmissionId id) {
    return ExchangeJson.detail(receiving.receive(caller.careSession(), id));
  }

  @GET
  @Path("files/{name}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  public Response file(@PathParam("id") TransmissionId id, @PathParam("name") String name) {
    OfferedFile file = receiving.download(caller.careSession(), id, name);
    return Response.ok(file.content())
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(file.name()))
        .build();
  }

  @GET
  @Path("bundle")
  @Produces("application/zip")
  public Response bundle(@PathParam("id") TransmissionId id) {
    List<OfferedFile> files = receiving.downloadAll(caller.careSession(), id);
    StreamingOutput zip = out -> Bundle.write(files, out);
    return Response.ok(zip)
        .header(HttpHeaders.CONTENT_DISPOSITION, Bundle.disposition(id + ".zip"))
        .build();
  }

  /** The forms of all people as one PDF. */
  @GET
  @Path("paper")
  @Produces("application/pdf")
  public Response paper(@PathParam("id") TransmissionId id) {
    return Pdf.answer(papers.pdf(id, 0), id.value());
  }

  @POST
  @Path("import")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject reportImport(@PathParam("id") TransmissionId id, JsonObject report) {
    boolean imported =
        switch (report.getString("outcome", "")) {
          case "IMPORTED" -> true;
          case "IMPORT_FAILED" -> false;
          default -> throw new DomainException(BAD_REQUEST, "outcomeはIMPORTEDかIMPORT_FAILEDです。");
        };
    return ExchangeJson.detail(
        receiving.reportImport(
            caller.careSession(), id, imported, report.getString("message", "")));
  }

  @POST
  @Path("withdrawal")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject withdraw(@PathParam("id") TransmissionId id, JsonObject body) {
    String reason = body.get("reason") instanceof JsonString text ? text.getString().strip() : "";
    return ExchangeJson.detail(sending.withdraw(caller.careSession(), id, reason));
  }
}

package jp.careplan.app.bench;

import java.util.List;
import jp.careplan.app.house.Multipart;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/** From one office to another, with units of one size. */
record Route(Seat sender, Seat recipient, UnitTemplate template) {
  static Route of(Seat sender, Seat recipient, int people) {
    return new Route(
        sender, recipient, UnitTemplate.of(sender.number(), recipient.number(), people));
  }

  List<OfferedFile> files(long unit) {
    return template.unit(unit);
  }

  /** The same unit under the same ID is the same call, however often. */
  Wire.Call send(TransmissionId id, long unit) {
    Multipart body = UnitTemplate.body(files(unit));
    return new Wire.Call(
        "PUT", "/api/v1/transmissions/" + id, sender.token(), body.contentType(), body.bytes());
  }
}

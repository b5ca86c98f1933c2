package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A picture of an inquiry, sealed. It has no name: names of files may name people. */
@Entity
@Table(name = "support_inquiry_picture")
@IdClass(InquiryPicture.Key.class)
class InquiryPicture {
  @Id
  @Column(name = "inquiry_id")
  private String inquiry;

  @Id private int position;

  @SuppressWarnings("UnusedVariable") // lists are made of it
  private String media;

  @SuppressWarnings("UnusedVariable") // lists are made of it
  private int bytes;

  @SuppressWarnings("UnusedVariable") // what is old is found by it
  @Column(name = "laid_at")
  private Instant laidAt;

  @SuppressWarnings("UnusedVariable") // the help desk will open it
  @Lob
  private byte[] content;

  /** Inquiry and position. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private String inquiry = "";
    private int position;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && inquiry.equals(key.inquiry) && position == key.position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(inquiry, position);
    }
  }

  protected InquiryPicture() {}

  InquiryPicture(String inquiry, Inquiring.Picture picture, byte[] sealed, Instant now) {
    this.inquiry = inquiry;
    this.position = picture.position();
    this.media = picture.media();
    this.bytes = picture.bytes();
    this.laidAt = now;
    this.content = sealed.clone();
  }
}

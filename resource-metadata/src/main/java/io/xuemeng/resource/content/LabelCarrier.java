package io.xuemeng.resource.content;

/** Where in a file a label for AI-generated content stands. */
public enum LabelCarrier {
    /** A PNG text chunk ({@code tEXt}, {@code zTXt} or {@code iTXt}) with the keyword {@code AIGC}. */
    PNG_TEXT("PNG text chunk AIGC"),
    /** An XMP packet, property {@code AIGC} of the namespace {@code http://www.tc260.org.cn/ns/AIGC/1.0/}. */
    XMP("XMP property AIGC"),
    /** The EXIF field UserComment. */
    EXIF_USER_COMMENT("EXIF UserComment"),
    /** The key {@code AIGC} of a PDF document information dictionary. */
    PDF_INFORMATION("PDF information /AIGC"),
    /** The metadata of an MP4, M4A, 3GP or QuickTime file. */
    MP4_METADATA("MP4 metadata AIGC"),
    /** A chunk {@code AIGC} of a RIFF file (WAV, AVI), by itself or in its INFO list. */
    RIFF_CHUNK("RIFF chunk AIGC"),
    /** An ID3v2 user text frame ({@code TXXX}) with the description {@code AIGC}. */
    ID3_USER_TEXT("ID3 TXXX AIGC"),
    /** A Vorbis comment with the name {@code AIGC} in a FLAC or Ogg file. */
    VORBIS_COMMENT("Vorbis comment AIGC");

    private final String label;

    LabelCarrier(String label) {
        this.label = label;
    }

    /** Its short name, for messages. */
    public String label() {
        return label;
    }
}

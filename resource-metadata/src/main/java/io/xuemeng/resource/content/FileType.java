package io.xuemeng.resource.content;

/**
 * What a file is by its content, as far as its first bytes show it. What a name's
 * extension promises is another matter.
 */
public enum FileType {
    /** Portable Network Graphics. */
    PNG(Family.IMAGE, "PNG", "image/png"),
    /** JPEG. */
    JPEG(Family.IMAGE, "JPEG", "image/jpeg"),
    /** GIF, still or moving. */
    GIF(Family.IMAGE, "GIF", "image/gif"),
    /** WebP. */
    WEBP(Family.IMAGE, "WebP", "image/webp"),
    /** Windows bitmap. */
    BMP(Family.IMAGE, "BMP", "image/bmp"),
    /** TIFF, and camera formats that are built on it. */
    TIFF(Family.IMAGE, "TIFF", "image/tiff"),
    /** Windows icon or cursor. */
    ICON(Family.IMAGE, "ICO", "image/vnd.microsoft.icon"),
    /** HEIF, HEIC or AVIF. */
    HEIF(Family.IMAGE, "HEIF", "image/heif"),
    /** Photoshop document. */
    PSD(Family.IMAGE, "PSD", "image/vnd.adobe.photoshop"),
    /** Scalable Vector Graphics, as plain XML. */
    SVG(Family.TEXT, "SVG", "image/svg+xml"),

    /** ISO base media: MP4, M4A, M4V, 3GP. */
    MP4(Family.VIDEO, "MP4", "video/mp4"),
    /** QuickTime. */
    QUICKTIME(Family.VIDEO, "QuickTime", "video/quicktime"),
    /** Matroska or WebM. */
    MATROSKA(Family.VIDEO, "Matroska/WebM", "video/x-matroska"),
    /** AVI. */
    AVI(Family.VIDEO, "AVI", "video/x-msvideo"),
    /** Flash video. */
    FLV(Family.VIDEO, "FLV", "video/x-flv"),
    /** Windows Media, sound or video. */
    ASF(Family.VIDEO, "Windows Media", "video/x-ms-asf"),
    /** MPEG programme stream. */
    MPEG(Family.VIDEO, "MPEG", "video/mpeg"),
    /** RealMedia. */
    REAL_MEDIA(Family.VIDEO, "RealMedia", "application/vnd.rn-realmedia"),
    /** Shockwave Flash animation. */
    SWF(Family.VIDEO, "SWF", "application/vnd.adobe.flash.movie"),

    /** MPEG audio, with or without an ID3 tag. */
    MP3(Family.AUDIO, "MP3", "audio/mpeg"),
    /** AAC in ADTS frames. */
    AAC(Family.AUDIO, "AAC", "audio/aac"),
    /** WAVE. */
    WAV(Family.AUDIO, "WAV", "audio/wav"),
    /** Ogg: Vorbis, Opus or Theora. */
    OGG(Family.AUDIO, "Ogg", "application/ogg"),
    /** FLAC. */
    FLAC(Family.AUDIO, "FLAC", "audio/flac"),
    /** AMR speech. */
    AMR(Family.AUDIO, "AMR", "audio/amr"),
    /** MIDI. */
    MIDI(Family.AUDIO, "MIDI", "audio/midi"),
    /** AIFF. */
    AIFF(Family.AUDIO, "AIFF", "audio/aiff"),

    /** PDF. */
    PDF(Family.DOCUMENT, "PDF", "application/pdf"),
    /** OLE compound file: doc, ppt, xls, WPS documents, encrypted Office documents, Windows Installer packages. */
    OLE(Family.DOCUMENT, "OLE compound file", "OLE 复合文档", "application/x-ole-storage"),
    /** Office Open XML: docx, pptx, xlsx. */
    OOXML(Family.DOCUMENT, "Office Open XML", "application/vnd.openxmlformats-officedocument"),
    /** OpenDocument. */
    ODF(Family.DOCUMENT, "OpenDocument", "application/vnd.oasis.opendocument"),
    /** EPUB. */
    EPUB(Family.DOCUMENT, "EPUB", "application/epub+zip"),
    /** Rich Text Format. */
    RTF(Family.DOCUMENT, "RTF", "application/rtf"),
    /** PostScript. */
    POSTSCRIPT(Family.DOCUMENT, "PostScript", "application/postscript"),

    /** A zip archive that is none of the formats built on zip that are told apart here. */
    ZIP(Family.ARCHIVE, "zip", "application/zip"),
    /** Java archive. */
    JAR(Family.ARCHIVE, "jar", "application/java-archive"),
    /** 7z. */
    SEVEN_ZIP(Family.ARCHIVE, "7z", "application/x-7z-compressed"),
    /** rar. */
    RAR(Family.ARCHIVE, "rar", "application/vnd.rar"),
    /** tar. */
    TAR(Family.ARCHIVE, "tar", "application/x-tar"),
    /** gzip: one compressed file, often a tar. */
    GZIP(Family.ARCHIVE, "gzip", "application/gzip"),
    /** bzip2. */
    BZIP2(Family.ARCHIVE, "bzip2", "application/x-bzip2"),
    /** xz. */
    XZ(Family.ARCHIVE, "xz", "application/x-xz"),
    /** Microsoft cabinet. */
    CABINET(Family.ARCHIVE, "cab", "application/vnd.ms-cab-compressed"),

    /** A Windows or DOS program or library. */
    WINDOWS_PROGRAM(Family.PROGRAM, "Windows program", "Windows 程序", "application/vnd.microsoft.portable-executable"),
    /** An ELF program or library (Linux, Android). */
    ELF_PROGRAM(Family.PROGRAM, "ELF program", "ELF 程序", "application/x-elf"),
    /** A Mach-O program or library (macOS, iOS). */
    MACH_PROGRAM(Family.PROGRAM, "Mach-O program", "Mach-O 程序", "application/x-mach-binary"),
    /** A Java class. */
    JAVA_CLASS(Family.PROGRAM, "Java class", "Java 类文件", "application/java-vm"),
    /** A Windows shortcut. */
    WINDOWS_SHORTCUT(Family.PROGRAM, "Windows shortcut", "Windows 快捷方式", "application/x-ms-shortcut"),
    /** A script that names its interpreter in its first line ({@code #!}). */
    SCRIPT(Family.PROGRAM, "script", "脚本", "text/x-shellscript"),

    /** HTML or XHTML. */
    HTML(Family.TEXT, "HTML", "text/html"),
    /** XML other than XHTML and SVG. */
    XML(Family.TEXT, "XML", "application/xml"),
    /** What begins like a JSON object or array. */
    JSON(Family.TEXT, "JSON", "application/json"),
    /** Other text in UTF-8, or in UTF-16 with a byte order mark. */
    TEXT(Family.TEXT, "text", "文本", "text/plain"),

    /** TrueType or OpenType, single or collection. */
    OPENTYPE(Family.FONT, "OpenType", "font/sfnt"),
    /** WOFF. */
    WOFF(Family.FONT, "WOFF", "font/woff"),
    /** WOFF 2. */
    WOFF2(Family.FONT, "WOFF 2", "font/woff2"),

    /** A file without content. */
    EMPTY(Family.OTHER, "empty file", "空文件", "application/octet-stream"),
    /** Not recognised, which says nothing against the file. */
    UNKNOWN(Family.OTHER, "an unrecognised format", "无法识别的格式", "application/octet-stream");

    /** The kinds of files that rules speak of. */
    public enum Family {
        /** Still pictures. */
        IMAGE,
        /** Sound. */
        AUDIO,
        /** Moving pictures. */
        VIDEO,
        /** Documents of office and publishing programs. */
        DOCUMENT,
        /** Containers of other files. */
        ARCHIVE,
        /** What a computer runs. */
        PROGRAM,
        /** What a text editor shows. */
        TEXT,
        /** Fonts. */
        FONT,
        /** All else. */
        OTHER
    }

    private final Family family;
    private final String label;
    private final String chineseLabel;
    private final String mediaType;

    FileType(Family family, String label, String mediaType) {
        this(family, label, label, mediaType);
    }

    FileType(Family family, String label, String chineseLabel, String mediaType) {
        this.family = family;
        this.label = label;
        this.chineseLabel = chineseLabel;
        this.mediaType = mediaType;
    }

    /** The kind of file it is. */
    public Family family() {
        return family;
    }

    /** Its usual media type; {@code application/octet-stream} when there is none. */
    public String mediaType() {
        return mediaType;
    }

    /** The format's usual short name, for messages: {@code PNG}, {@code Windows program}. */
    public String label() {
        return label;
    }

    /** The same in Chinese; the same word where Chinese uses it as well. */
    String chineseLabel() {
        return chineseLabel;
    }
}

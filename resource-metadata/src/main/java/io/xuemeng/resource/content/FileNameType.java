package io.xuemeng.resource.content;

import io.xuemeng.core.requirement.Argument;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file's name promises about its content, and which promises are plainly broken. A promise is stated as widely as
 * programs in use accept it, so that no file that works is called wrong.
 */
final class FileNameType {

    /** What holds of every name without a known extension. */
    private static final Set<FileType> ANYTHING = Set.of();

    private static final Map<String, Set<FileType>> BY_EXTENSION = new HashMap<>();
    /** Formats whose every file begins with a signature that {@link ContentSniffer} knows, so what is unrecognised is none. */
    private static final Set<String> SIGNED = Set.of(
            "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "docx", "docm", "pptx", "pptm", "ppsx", "xlsx", "xlsm");
    /** Formats that no text can be, though a file may begin in ways that are not recognised. */
    private static final Set<String> NEVER_TEXT = Set.of(
            "bmp", "tif", "tiff", "heic", "heif", "avif", "mp4", "m4v", "m4a", "mov", "mkv", "webm", "avi", "flv",
            "wmv", "wma", "wav", "ogg", "oga", "ogv", "opus", "flac", "odt", "ods", "odp", "epub", "pdf");

    private static final Set<String> PROGRAMS = new HashSet<>();
    private static final Set<String> ARCHIVES = new HashSet<>();
    private static final Set<String> BUILT_ON_ZIP = new HashSet<>();

    static {
        Set<FileType> texts =
                EnumSet.of(FileType.SVG, FileType.HTML, FileType.XML, FileType.JSON, FileType.TEXT, FileType.SCRIPT);
        Set<FileType> zips = EnumSet.of(FileType.ZIP, FileType.JAR, FileType.OOXML, FileType.ODF, FileType.EPUB);

        expect("png", FileType.PNG);
        expect("jpg jpeg jpe jfif", FileType.JPEG);
        expect("gif", FileType.GIF);
        expect("webp", FileType.WEBP);
        expect("bmp dib", FileType.BMP);
        expect("tif tiff", FileType.TIFF);
        // Browsers take a PNG or a bitmap for an icon, and many sites rely on it.
        expect("ico cur", FileType.ICON, FileType.PNG, FileType.BMP, FileType.GIF);
        expect("heic heif avif", FileType.HEIF, FileType.MP4);
        expect("psd", FileType.PSD);
        expect("svg", texts);
        expect("svgz", FileType.GZIP, FileType.SVG, FileType.XML);

        expect("mp4 m4v m4a m4b mov qt 3gp 3g2 f4v", FileType.MP4, FileType.QUICKTIME);
        expect("mkv mka webm weba", FileType.MATROSKA);
        expect("avi", FileType.AVI);
        expect("flv", FileType.FLV, FileType.MP4);
        expect("wmv wma asf", FileType.ASF);
        expect("rm rmvb", FileType.REAL_MEDIA);
        expect("swf", FileType.SWF);
        expect("mp3", FileType.MP3);
        expect("aac", FileType.AAC, FileType.MP3, FileType.MP4);
        expect("wav", FileType.WAV);
        expect("ogg oga ogv opus spx", FileType.OGG);
        expect("flac", FileType.FLAC, FileType.MP3, FileType.OGG);
        expect("amr", FileType.AMR);
        expect("mid midi", FileType.MIDI, FileType.WAV);
        expect("aif aiff aifc", FileType.AIFF);

        expect("pdf", FileType.PDF);
        expect(
                "docx docm dotx pptx pptm ppsx potx xlsx xlsm xltx",
                EnumSet.of(FileType.OOXML, FileType.ZIP, FileType.JAR, FileType.OLE));
        // Office programs read each other's formats, and web pages, under the old names.
        Set<FileType> office = EnumSet.of(FileType.OLE, FileType.RTF, FileType.OOXML, FileType.ZIP, FileType.JAR);
        office.addAll(texts);
        expect("doc dot ppt pps pot xls xlt wps dps et wpt", office);
        expect("odt ods odp odg ott", FileType.ODF, FileType.ZIP, FileType.JAR);
        expect("epub", zips);
        expect("rtf", FileType.RTF, FileType.OLE, FileType.TEXT);
        expect("eps ps", FileType.POSTSCRIPT, FileType.TEXT);

        expect("zip imscc", zips);
        expect("jar war ear", zips);
        expect("7z", FileType.SEVEN_ZIP);
        expect("rar", FileType.RAR);
        expect("tar", FileType.TAR);
        expect("gz tgz", FileType.GZIP);
        expect("bz2 tbz2", FileType.BZIP2);
        expect("xz txz", FileType.XZ);
        expect("cab", FileType.CABINET);

        expect("ttf otf ttc", FileType.OPENTYPE, FileType.WOFF, FileType.WOFF2);
        expect("woff woff2", FileType.OPENTYPE, FileType.WOFF, FileType.WOFF2);

        expect("html htm xhtml xht shtml css js mjs json jsonld xml xsd xsl xslt dtd vtt srt", texts);
        expect(
                "txt text md markdown csv tsv",
                EnumSet.complementOf(EnumSet.of(
                        FileType.WINDOWS_PROGRAM,
                        FileType.ELF_PROGRAM,
                        FileType.MACH_PROGRAM,
                        FileType.JAVA_CLASS,
                        FileType.WINDOWS_SHORTCUT)));

        words(
                PROGRAMS,
                "exe com scr pif cpl dll sys drv ocx msi msp bat cmd vbs vbe jse wsf wsh hta ps1 psm1 reg lnk"
                        + " so dylib sh bash command class apk ipa dmg pkg deb rpm");
        words(ARCHIVES, "zip jar war ear 7z rar tar gz tgz bz2 tbz2 xz txz cab imscc");
        words(
                BUILT_ON_ZIP,
                "docx docm dotx pptx pptm ppsx potx xlsx xlsm xltx odt ods odp odg ott epub doc dot ppt pps"
                        + " xls wps dps et h5p elp elpx ggb ggt sb2 sb3 sprite2 sprite3 mscz mxl kra ora sketch xmind mmap mm"
                        + " smmx km iwb enb enbx enbp notebook flipchart gsp gwb xps oxps vsdx kmz usdz cdr key pages numbers"
                        + " pbix nbk swb mbz story ipt apk ipa xpi crx whl nupkg vsix aar fla xfl unitypackage stl 3mf mpp");
    }

    /** How a content and a name go together. */
    enum Agreement {
        AGREES,
        CONTRADICTS,
        CANNOT_SAY
    }

    private FileNameType() {}

    private static void expect(String extensions, FileType... types) {
        expect(extensions, Set.of(types));
    }

    private static void expect(String extensions, Set<FileType> types) {
        for (String extension : extensions.split(" ")) {
            BY_EXTENSION.put(extension, types);
        }
    }

    private static void words(Set<String> target, String words) {
        target.addAll(Set.of(words.split(" ")));
    }

    /** The extension in lower case without its dot; empty when there is none. */
    static String extension(String path) {
        int dot = path.lastIndexOf('.');
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return dot <= slash ? "" : path.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    static Agreement judge(String extension, FileType found) {
        Set<FileType> expected = BY_EXTENSION.getOrDefault(extension, ANYTHING);
        if (expected.contains(found)) {
            return Agreement.AGREES;
        }
        boolean text = found == FileType.TEXT || found == FileType.JSON;
        if (found != FileType.EMPTY && (SIGNED.contains(extension) || (text && NEVER_TEXT.contains(extension)))) {
            return Agreement.CONTRADICTS;
        }
        boolean telling = found != FileType.UNKNOWN && found != FileType.EMPTY && !text && found != FileType.MP3;
        return expected.isEmpty() || !telling ? Agreement.CANNOT_SAY : Agreement.CONTRADICTS;
    }

    /** Whether the extension alone makes a computer run the file, unless its content is plainly something else. */
    static boolean isProgram(String extension, FileType found) {
        // Sites name folders and saved pages after hosts: www.example.com is not a DOS program.
        boolean hostName = extension.equals("com") && found.family() == FileType.Family.TEXT;
        return PROGRAMS.contains(extension) && !hostName;
    }

    /** Whether an archive by this name is one that a reader would unpack, not a document that happens to be built on zip. */
    static boolean isNestedArchive(String path, FileType found) {
        String extension = extension(path);
        return switch (found) {
            case SEVEN_ZIP, RAR, TAR, CABINET -> true;
            case ZIP, JAR -> !BUILT_ON_ZIP.contains(extension);
            // One compressed file is none, and web players load theirs so; only its name tells that it is a tar.
            case GZIP, BZIP2, XZ -> isCompressedTar(path, extension);
            // A document's content under an archive's name is opened as an archive.
            case OOXML, ODF, EPUB -> ARCHIVES.contains(extension);
            default -> false;
        };
    }

    private static boolean isCompressedTar(String path, String extension) {
        String name = path.toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "tgz", "tbz2", "txz" -> true;
            default -> name.endsWith(".tar." + extension);
        };
    }

    /** What the extension promises, for messages. */
    static Argument expectedLabels(String extension) {
        List<FileType> first = BY_EXTENSION.getOrDefault(extension, ANYTHING).stream()
                .sorted()
                .limit(3)
                .toList();
        return new Argument.Term(
                first.stream().map(FileType::label).collect(Collectors.joining(", ")),
                first.stream().map(FileType::chineseLabel).collect(Collectors.joining("、")));
    }
}

package io.xuemeng.conformance.validator;

import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import java.util.Arrays;
import java.util.Optional;

/**
 * Why a validator refuses a package or has something to say about it, in words that do not presuppose this project's ids. The
 * classes are as coarse as a clerk who sends a package back needs them to be.
 */
public enum ReasonClass {
    /** It is no archive, or one that cannot be read at all. */
    ARCHIVE_UNREADABLE("archive-unreadable"),
    /** The archive contradicts itself or can be read in two ways: counts, offsets, hidden or overlapping entries. */
    ARCHIVE_STRUCTURE("archive-structure"),
    /** The content of an entry is not what the archive says: checksum, sizes, damaged data. */
    ARCHIVE_CONTENT("archive-content"),
    /** The archive is of a kind that is not taken: encrypted, several volumes, another compression. */
    ARCHIVE_UNSUPPORTED("archive-unsupported"),
    /** Something is larger, deeper or more than allowed. */
    LIMIT("limit"),
    /** An archive within the archive, which nobody looks into. */
    NESTED_ARCHIVE("nested-archive"),
    /** A path leads out of the folder, or somewhere else than it seems to. */
    PATH_UNSAFE("path-unsafe"),
    /** Two paths are one on some system, or one path can be read as two. */
    PATH_AMBIGUOUS("path-ambiguous"),
    /** A path that some systems cannot store. */
    PATH_PORTABILITY("path-portability"),
    /** The encoding of a path is not stated, or wrongly. */
    PATH_ENCODING("path-encoding"),
    /** A file that an operating system left behind. */
    LITTER("litter"),
    /** A program, by its name or its content. */
    PROGRAM("program"),
    /** A file is not what its name says. */
    FILE_TYPE("file-type"),
    /** XML that is not well-formed. */
    XML_MALFORMED("xml-malformed"),
    /** XML with what no package may have: a document type, an inclusion. */
    XML_FORBIDDEN("xml-forbidden"),
    /** The encoding of a document is wrong, unknown or not stated. */
    ENCODING("encoding"),
    /** JSON that keeps not to its grammar. */
    JSON_MALFORMED("json-malformed"),
    /** There is no manifest where it must be. */
    MANIFEST_MISSING("manifest-missing"),
    /** The manifest is not built as its standard says. */
    MANIFEST_STRUCTURE("manifest-structure"),
    /** The manifest refers to something that is not there, or not allowed. */
    MANIFEST_REFERENCE("manifest-reference"),
    /** The metadata record is not written in the form it should have. */
    METADATA_FORM("metadata-form"),
    /** A value of the metadata is not of the form it must have, or not allowed. */
    METADATA_VALUE("metadata-value"),
    /** A value of the metadata is not in its vocabulary. */
    METADATA_VOCABULARY("metadata-vocabulary"),
    /** The metadata lacks what the profile asks for. */
    METADATA_MISSING("metadata-missing"),
    /** Personal data where none may be. */
    PERSONAL_DATA("personal-data"),
    /** A label of AI-generated content is malformed. */
    AI_LABEL_FORM("ai-label-form"),
    /** Labels of AI-generated content contradict each other or the metadata, or one is missing. */
    AI_LABEL_CONTRADICTION("ai-label-contradiction"),
    /** A signature, or what says what is signed, is not built as its standard says. */
    SIGNATURE_FORM("signature-form"),
    /** What is there is not what was signed: changed, added, taken away, renamed, or not covered. */
    SIGNED_CONTENT("signed-content"),
    /** A signature is not that of the key it names, or not over what it claims. */
    SIGNATURE_INVALID("signature-invalid"),
    /** It is an algorithm, or a key, that is not accepted. */
    SIGNATURE_ALGORITHM("signature-algorithm"),
    /** Nobody who is trusted vouches for the signer, or not for this, or not any more. */
    SIGNER_CERTIFICATE("signer-certificate"),
    /** A timestamp, or a stated time, is wrong or not to be trusted. */
    SIGNATURE_TIME("signature-time");

    private final String label;

    ReasonClass(String label) {
        this.label = label;
    }

    /** The word in answers and reports. */
    public String label() {
        return label;
    }

    /** What it means. */
    public Bilingual meaning() {
        return Texts.of("reason." + label);
    }

    /** The class of a word. */
    public static Optional<ReasonClass> find(String label) {
        return Arrays.stream(values())
                .filter(reason -> reason.label.equals(label))
                .findFirst();
    }
}

package io.xuemeng.core.input;

/**
 * What every reader allows an input at most. Memory is bounded by these numbers, not by the input. An input that exceeds
 * one gets a finding that names it. Immutable; start from {@link #defaults()} and change what you must:
 * {@code Limits.defaults().toBuilder().archiveEntries(10_000).build()}.
 */
public final class Limits {

    private static final Limits DEFAULTS = new Builder().build();

    private final int archiveEntries;
    private final int centralDirectoryBytes;
    private final int inflationRatio;
    private final long inflationRatioFromBytes;
    private final long archiveInflatedBytes;
    private final int pathBytes;
    private final int pathSegmentBytes;
    private final int documentBytes;
    private final int metadataDepth;
    private final int statementDepth;
    private final int attributesPerElement;
    private final int recordElements;
    private final int textLength;
    private final int numberLength;
    private final int manifests;
    private final int tokenBytes;
    private final int tokenHeaderBytes;
    private final int keySetBytes;
    private final int keySetKeys;
    private final int signatures;
    private final int signatureManifestBytes;
    private final int findingsPerRequirement;

    private Limits(Builder builder) {
        this.archiveEntries = builder.archiveEntries;
        this.centralDirectoryBytes = builder.centralDirectoryBytes;
        this.inflationRatio = builder.inflationRatio;
        this.inflationRatioFromBytes = builder.inflationRatioFromBytes;
        this.archiveInflatedBytes = builder.archiveInflatedBytes;
        this.pathBytes = builder.pathBytes;
        this.pathSegmentBytes = builder.pathSegmentBytes;
        this.documentBytes = builder.documentBytes;
        this.metadataDepth = builder.metadataDepth;
        this.statementDepth = builder.statementDepth;
        this.attributesPerElement = builder.attributesPerElement;
        this.recordElements = builder.recordElements;
        this.textLength = builder.textLength;
        this.numberLength = builder.numberLength;
        this.manifests = builder.manifests;
        this.tokenBytes = builder.tokenBytes;
        this.tokenHeaderBytes = builder.tokenHeaderBytes;
        this.keySetBytes = builder.keySetBytes;
        this.keySetKeys = builder.keySetKeys;
        this.signatures = builder.signatures;
        this.signatureManifestBytes = builder.signatureManifestBytes;
        this.findingsPerRequirement = builder.findingsPerRequirement;
    }

    /** The documented defaults. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** Entries of an archive. Default 100,000. */
    public int archiveEntries() {
        return archiveEntries;
    }

    /** Bytes of an archive's central directory. Default 32 MiB. */
    public int centralDirectoryBytes() {
        return centralDirectoryBytes;
    }

    /** How many times larger than its compressed form an entry, or all entries together, may be. Default 200. */
    public int inflationRatio() {
        return inflationRatio;
    }

    /** The inflated size, in bytes, from which {@link #inflationRatio()} is enforced. Default 1 MiB. */
    public long inflationRatioFromBytes() {
        return inflationRatioFromBytes;
    }

    /** Inflated bytes of all entries of an archive together. Default 16 GiB. */
    public long archiveInflatedBytes() {
        return archiveInflatedBytes;
    }

    /** UTF-8 bytes of an entry's whole path. Default 4,096. */
    public int pathBytes() {
        return pathBytes;
    }

    /** UTF-8 bytes of one segment of an entry's path. Default 255. */
    public int pathSegmentBytes() {
        return pathSegmentBytes;
    }

    /** Bytes of one document that is read as a whole: a manifest, a metadata record, a statement. Default 16 MiB. */
    public int documentBytes() {
        return documentBytes;
    }

    /** Nesting of XML elements or JSON values in metadata and manifests. Default 32. */
    public int metadataDepth() {
        return metadataDepth;
    }

    /** Nesting of JSON values in a statement. Default 64. */
    public int statementDepth() {
        return statementDepth;
    }

    /** Attributes of one XML element. Default 64. */
    public int attributesPerElement() {
        return attributesPerElement;
    }

    /**
     * Elements of one metadata record that are read: those of XML, the values and kept properties of JSON. Default 50,000; a
     * full record has a few hundred.
     */
    public int recordElements() {
        return recordElements;
    }

    /**
     * Characters of one text: an XML element's text with all its pieces, an attribute's value, a comment, a name; a JSON
     * string. Default 1,048,576.
     */
    public int textLength() {
        return textLength;
    }

    /** Characters of one JSON number. Default 1,000. */
    public int numberLength() {
        return numberLength;
    }

    /** Manifests of one package that are read, nested ones included. Default 16. */
    public int manifests() {
        return manifests;
    }

    /** Bytes of one signed token (compact JWS). Default 1 MiB. */
    public int tokenBytes() {
        return tokenBytes;
    }

    /** Characters of the encoded header of a signed token. Default 16,384. */
    public int tokenHeaderBytes() {
        return tokenHeaderBytes;
    }

    /** Bytes of one JWK set, or of one JWK. Default 1 MiB. */
    public int keySetBytes() {
        return keySetBytes;
    }

    /** Keys of one JWK set that are read. Default 200. */
    public int keySetKeys() {
        return keySetKeys;
    }

    /** Signings of one container that are looked at, each with a manifest. Default 16. */
    public int signatures() {
        return signatures;
    }

    /** Bytes of one manifest of digests of a signed container, which has about 700 for each entry. Default 64 MiB. */
    public int signatureManifestBytes() {
        return signatureManifestBytes;
    }

    /** Findings about one requirement that are listed one by one before the rest is counted. Default 20. */
    public int findingsPerRequirement() {
        return findingsPerRequirement;
    }

    /** A builder that starts from these limits. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.archiveEntries = archiveEntries;
        builder.centralDirectoryBytes = centralDirectoryBytes;
        builder.inflationRatio = inflationRatio;
        builder.inflationRatioFromBytes = inflationRatioFromBytes;
        builder.archiveInflatedBytes = archiveInflatedBytes;
        builder.pathBytes = pathBytes;
        builder.pathSegmentBytes = pathSegmentBytes;
        builder.documentBytes = documentBytes;
        builder.metadataDepth = metadataDepth;
        builder.statementDepth = statementDepth;
        builder.attributesPerElement = attributesPerElement;
        builder.recordElements = recordElements;
        builder.textLength = textLength;
        builder.numberLength = numberLength;
        builder.manifests = manifests;
        builder.tokenBytes = tokenBytes;
        builder.tokenHeaderBytes = tokenHeaderBytes;
        builder.keySetBytes = keySetBytes;
        builder.keySetKeys = keySetKeys;
        builder.signatures = signatures;
        builder.signatureManifestBytes = signatureManifestBytes;
        builder.findingsPerRequirement = findingsPerRequirement;
        return builder;
    }

    /** Builds limits; every value must be positive. Not thread-safe. */
    public static final class Builder {

        private int archiveEntries = 100_000;
        private int centralDirectoryBytes = 32 << 20;
        private int inflationRatio = 200;
        private long inflationRatioFromBytes = 1 << 20;
        private long archiveInflatedBytes = 16L << 30;
        private int pathBytes = 4096;
        private int pathSegmentBytes = 255;
        private int documentBytes = 16 << 20;
        private int metadataDepth = 32;
        private int statementDepth = 64;
        private int attributesPerElement = 64;
        private int recordElements = 50_000;
        private int textLength = 1 << 20;
        private int numberLength = 1000;
        private int manifests = 16;
        private int tokenBytes = 1 << 20;
        private int tokenHeaderBytes = 16 << 10;
        private int keySetBytes = 1 << 20;
        private int keySetKeys = 200;
        private int signatures = 16;
        private int signatureManifestBytes = 64 << 20;
        private int findingsPerRequirement = 20;

        private Builder() {}

        /** See {@link Limits#archiveEntries()}. */
        public Builder archiveEntries(int value) {
            archiveEntries = positive("archiveEntries", value);
            return this;
        }

        /** See {@link Limits#centralDirectoryBytes()}. */
        public Builder centralDirectoryBytes(int value) {
            centralDirectoryBytes = positive("centralDirectoryBytes", value);
            return this;
        }

        /** See {@link Limits#inflationRatio()}. */
        public Builder inflationRatio(int value) {
            inflationRatio = positive("inflationRatio", value);
            return this;
        }

        /** See {@link Limits#inflationRatioFromBytes()}. */
        public Builder inflationRatioFromBytes(long value) {
            inflationRatioFromBytes = positive("inflationRatioFromBytes", value);
            return this;
        }

        /** See {@link Limits#archiveInflatedBytes()}. */
        public Builder archiveInflatedBytes(long value) {
            archiveInflatedBytes = positive("archiveInflatedBytes", value);
            return this;
        }

        /** See {@link Limits#pathBytes()}. */
        public Builder pathBytes(int value) {
            pathBytes = positive("pathBytes", value);
            return this;
        }

        /** See {@link Limits#pathSegmentBytes()}. */
        public Builder pathSegmentBytes(int value) {
            pathSegmentBytes = positive("pathSegmentBytes", value);
            return this;
        }

        /** See {@link Limits#documentBytes()}. */
        public Builder documentBytes(int value) {
            documentBytes = positive("documentBytes", value);
            return this;
        }

        /** See {@link Limits#metadataDepth()}. */
        public Builder metadataDepth(int value) {
            metadataDepth = positive("metadataDepth", value);
            return this;
        }

        /** See {@link Limits#statementDepth()}. */
        public Builder statementDepth(int value) {
            statementDepth = positive("statementDepth", value);
            return this;
        }

        /** See {@link Limits#attributesPerElement()}. */
        public Builder attributesPerElement(int value) {
            attributesPerElement = positive("attributesPerElement", value);
            return this;
        }

        /** See {@link Limits#recordElements()}. */
        public Builder recordElements(int value) {
            recordElements = positive("recordElements", value);
            return this;
        }

        /** See {@link Limits#textLength()}. */
        public Builder textLength(int value) {
            textLength = positive("textLength", value);
            return this;
        }

        /** See {@link Limits#numberLength()}. */
        public Builder numberLength(int value) {
            numberLength = positive("numberLength", value);
            return this;
        }

        /** See {@link Limits#manifests()}. */
        public Builder manifests(int value) {
            manifests = positive("manifests", value);
            return this;
        }

        /** See {@link Limits#tokenBytes()}. */
        public Builder tokenBytes(int value) {
            tokenBytes = positive("tokenBytes", value);
            return this;
        }

        /** See {@link Limits#tokenHeaderBytes()}. */
        public Builder tokenHeaderBytes(int value) {
            tokenHeaderBytes = positive("tokenHeaderBytes", value);
            return this;
        }

        /** See {@link Limits#keySetBytes()}. */
        public Builder keySetBytes(int value) {
            keySetBytes = positive("keySetBytes", value);
            return this;
        }

        /** See {@link Limits#keySetKeys()}. */
        public Builder keySetKeys(int value) {
            keySetKeys = positive("keySetKeys", value);
            return this;
        }

        /** See {@link Limits#signatures()}. */
        public Builder signatures(int value) {
            signatures = positive("signatures", value);
            return this;
        }

        /** See {@link Limits#signatureManifestBytes()}. */
        public Builder signatureManifestBytes(int value) {
            signatureManifestBytes = positive("signatureManifestBytes", value);
            return this;
        }

        /** See {@link Limits#findingsPerRequirement()}. */
        public Builder findingsPerRequirement(int value) {
            findingsPerRequirement = positive("findingsPerRequirement", value);
            return this;
        }

        /** The limits. */
        public Limits build() {
            return new Limits(this);
        }

        private static int positive(String name, int value) {
            return (int) positive(name, (long) value);
        }

        private static long positive(String name, long value) {
            if (value < 1) {
                throw new IllegalArgumentException("the limit " + name + " is at least 1, not " + value);
            }
            return value;
        }
    }
}

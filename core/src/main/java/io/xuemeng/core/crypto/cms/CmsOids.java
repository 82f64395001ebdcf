package io.xuemeng.core.crypto.cms;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** Object identifiers of signed messages that Bouncy Castle has no constants for, or has in scattered places. */
public final class CmsOids {

    /** signedData (RFC 5652, 5.1). */
    public static final ASN1ObjectIdentifier SIGNED_DATA = new ASN1ObjectIdentifier("1.2.840.113549.1.7.2");

    /** signedData of GM/T 0010-2012, which is the same structure. */
    public static final ASN1ObjectIdentifier GM_SIGNED_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.2");

    /** data (RFC 5652, 4). */
    public static final ASN1ObjectIdentifier DATA = new ASN1ObjectIdentifier("1.2.840.113549.1.7.1");

    /** data of GM/T 0010-2012. */
    public static final ASN1ObjectIdentifier GM_DATA = new ASN1ObjectIdentifier("1.2.156.10197.6.1.4.2.1");

    /** contentType (RFC 5652, 11.1). */
    public static final ASN1ObjectIdentifier CONTENT_TYPE = new ASN1ObjectIdentifier("1.2.840.113549.1.9.3");

    /** messageDigest (RFC 5652, 11.2). */
    public static final ASN1ObjectIdentifier MESSAGE_DIGEST = new ASN1ObjectIdentifier("1.2.840.113549.1.9.4");

    /** signingTime (RFC 5652, 11.3). */
    public static final ASN1ObjectIdentifier SIGNING_TIME = new ASN1ObjectIdentifier("1.2.840.113549.1.9.5");

    /** signingCertificate, which identifies by SHA-1 (RFC 2634, 5.4). */
    public static final ASN1ObjectIdentifier SIGNING_CERTIFICATE =
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.12");

    /** signingCertificateV2 (RFC 5035, 3). */
    public static final ASN1ObjectIdentifier SIGNING_CERTIFICATE_V2 =
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.47");

    /** CMSAlgorithmProtection (RFC 6211, 2). */
    public static final ASN1ObjectIdentifier ALGORITHM_PROTECTION = new ASN1ObjectIdentifier("1.2.840.113549.1.9.52");

    /** mime-type (ETSI EN 319 122-1, 5.2.4.3). */
    public static final ASN1ObjectIdentifier MIME_TYPE = new ASN1ObjectIdentifier("0.4.0.1733.2.1");

    /** signer-attributes-v2 (ETSI EN 319 122-1, 5.2.6.1). */
    public static final ASN1ObjectIdentifier SIGNER_ATTRIBUTES_V2 = new ASN1ObjectIdentifier("0.4.0.19122.1.1");

    /** signature-time-stamp (ETSI EN 319 122-1, 5.3). */
    public static final ASN1ObjectIdentifier SIGNATURE_TIMESTAMP =
            new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.2.14");

    /** An OCSP response among the revocation lists (RFC 5940, 2.1). */
    public static final ASN1ObjectIdentifier OCSP_RESPONSE = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.16.2");

    /** A basic OCSP response among the revocation lists, as EU DSS writes it (RFC 6960, 4.2.1). */
    public static final ASN1ObjectIdentifier OCSP_BASIC = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.1");

    /** name (ITU-T X.520, 6.2.1), under which EU DSS writes a claimed role. */
    public static final ASN1ObjectIdentifier NAME = new ASN1ObjectIdentifier("2.5.4.41");

    /** TSTInfo (RFC 3161, 2.4.2). */
    public static final ASN1ObjectIdentifier TIMESTAMP_INFO = new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.4");

    private CmsOids() {}
}

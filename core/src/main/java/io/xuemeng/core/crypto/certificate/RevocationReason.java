package io.xuemeng.core.crypto.certificate;

import io.xuemeng.core.requirement.Argument;
import java.security.cert.X509CRLEntry;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;

/** Why a certificate was revoked (RFC 5280, 5.3.1). */
enum RevocationReason {
    UNSPECIFIED(0, "unspecified", "未说明"),
    KEY_COMPROMISE(1, "keyCompromise", "密钥泄露"),
    CA_COMPROMISE(2, "cACompromise", "CA 密钥泄露"),
    AFFILIATION_CHANGED(3, "affiliationChanged", "隶属关系变更"),
    SUPERSEDED(4, "superseded", "已被替换"),
    CESSATION_OF_OPERATION(5, "cessationOfOperation", "停止使用"),
    CERTIFICATE_HOLD(6, "certificateHold", "暂时冻结"),
    REMOVE_FROM_CRL(8, "removeFromCRL", "从列表中移除"),
    PRIVILEGE_WITHDRAWN(9, "privilegeWithdrawn", "权限收回"),
    AA_COMPROMISE(10, "aACompromise", "属性机构密钥泄露");

    private final int code;
    private final Argument.Term term;

    RevocationReason(int code, String name, String chinese) {
        this.code = code;
        this.term = new Argument.Term(name, chinese);
    }

    static RevocationReason of(int code) {
        for (RevocationReason reason : values()) {
            if (reason.code == code) {
                return reason;
            }
        }
        return UNSPECIFIED;
    }

    static RevocationReason of(X509CRLEntry entry) {
        try {
            byte[] encoded = entry.getExtensionValue(Extension.reasonCode.getId());
            if (encoded == null) {
                return UNSPECIFIED;
            }
            return of(ASN1Enumerated.getInstance(
                            ASN1OctetString.getInstance(encoded).getOctets())
                    .intValueExact());
        } catch (RuntimeException e) {
            // The entry stands all the same.
            return UNSPECIFIED;
        }
    }

    Argument.Term term() {
        return term;
    }
}

package io.xuemeng.core.crypto;

import java.util.Locale;

/** Why a key cannot be used. */
public enum KeyFault {
    /** It is not encoded as it should be, or damaged. */
    MALFORMED(
            "the key cannot be read: its encoding is damaged or not that of a key",
            "无法读取密钥：编码损坏，或不是密钥",
            "export it again, as SubjectPublicKeyInfo, PKCS#8, PEM or PKCS#12",
            "请以 SubjectPublicKeyInfo、PKCS#8、PEM 或 PKCS#12 形式重新导出"),
    /** Its kind is none of {@link KeyType}. */
    UNSUPPORTED_TYPE(
            "the key is of a kind that is not supported; SM2, P-256, Ed25519 and RSA are",
            "不支持这种密钥；支持 SM2、P-256、Ed25519 和 RSA",
            "use a key of one of these kinds",
            "请改用以上任一种密钥"),
    /** It is an elliptic-curve key on another curve, or its curve is spelt out instead of named. */
    UNSUPPORTED_CURVE(
            "the key's curve is not supported, or is spelt out instead of named; sm2p256v1 and P-256 are supported, by name",
            "不支持密钥所用的曲线，或曲线以参数而非名称给出；支持以名称给出的 sm2p256v1 和 P-256",
            "make a key on one of these named curves",
            "请在上述命名曲线上重新生成密钥"),
    /** Its public point does not lie on its curve. */
    NOT_ON_CURVE(
            "the public point does not lie on the key's curve",
            "公钥点不在密钥所用的曲线上",
            "the key is damaged or forged: get it again from its owner",
            "密钥已损坏或系伪造，请向其所有者重新索取"),
    /** Its RSA modulus is shorter than {@value VerificationKey#RSA_MIN_BITS} bits. */
    RSA_TOO_SHORT(
            "the RSA modulus is shorter than 2048 bits",
            "RSA 模数短于 2048 位",
            "make a new key of 2048 bits or more",
            "请重新生成 2048 位及以上的密钥"),
    /** Its RSA modulus is longer than {@value VerificationKey#RSA_MAX_BITS} bits, or even. */
    RSA_MODULUS(
            "the RSA modulus is longer than 8192 bits, or even",
            "RSA 模数长于 8192 位，或为偶数",
            "make a new key of 2048 to 8192 bits",
            "请重新生成 2048 至 8192 位的密钥"),
    /** Its RSA exponent is 3 or less, even, or of 257 bits and more. */
    RSA_EXPONENT(
            "the RSA public exponent is 3 or less, even, or longer than 256 bits",
            "RSA 公钥指数小于或等于 3，为偶数，或长于 256 位",
            "make a new key with the exponent 65537",
            "请以指数 65537 重新生成密钥"),
    /** The file does not hold what was asked for, such as a private key. */
    NOT_THERE(
            "no private key stands in the file, or several do",
            "文件中没有私钥，或有多个私钥",
            "give a file with exactly one private key, or name the one to take",
            "请提供恰好含一个私钥的文件，或指明要用的私钥"),
    /** The password does not open it. */
    WRONG_PASSWORD(
            "the password does not open the key, or the file is damaged",
            "密码无法打开密钥，或文件已损坏",
            "check the password",
            "请核对密码"),
    /** The private key does not belong to the certificate beside it. */
    NOT_A_PAIR(
            "the private key does not belong to the certificate beside it",
            "私钥与其证书不匹配",
            "put the certificate that was issued for this key beside it",
            "请换成为该密钥签发的证书");

    private final String problem;
    private final String problemChinese;
    private final String remedy;
    private final String remedyChinese;

    KeyFault(String problem, String problemChinese, String remedy, String remedyChinese) {
        this.problem = problem;
        this.problemChinese = problemChinese;
        this.remedy = remedy;
        this.remedyChinese = remedyChinese;
    }

    /** What is wrong and how to mend it; Chinese for every locale whose language is {@code zh}, English for all others. */
    public String message(Locale locale) {
        return locale.getLanguage().equals("zh") ? problemChinese + "。" + remedyChinese + "。" : problem + "; " + remedy;
    }
}

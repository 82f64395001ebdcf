package io.xuemeng.identity.hub;

import java.time.Instant;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * What a platform got when the hub registered it. Immutable; {@code toString} keeps the key to itself.
 *
 * @param appId the platform's id
 * @param appKey the platform's key: a secret
 * @param systemCode the platform's system code ({@code sysCode})
 * @param hexCase how the key proof writes its digits
 * @param timeStampUnit the unit of time stamps
 */
public record HubCredentials(
        String appId, String appKey, String systemCode, HexCase hexCase, TimeStampUnit timeStampUnit) {

    /** Checks that nothing is empty. */
    public HubCredentials {
        if (appId.isEmpty() || appKey.isEmpty() || systemCode.isEmpty()) {
            throw new IllegalArgumentException("the hub's credentials are an app id, an app key and a system code");
        }
    }

    /** Credentials for a hub that takes what Java clients send: upper-case digits and milliseconds. */
    public static HubCredentials of(String appId, String appKey, String systemCode) {
        return new HubCredentials(appId, appKey, systemCode, HexCase.UPPER, TimeStampUnit.MILLISECONDS);
    }

    /** The same for a hub that takes another case of the digits. */
    public HubCredentials withHexCase(HexCase value) {
        return new HubCredentials(appId, appKey, systemCode, value, timeStampUnit);
    }

    /** The same for a hub that takes another unit of time stamps. */
    public HubCredentials withTimeStampUnit(TimeStampUnit value) {
        return new HubCredentials(appId, appKey, systemCode, hexCase, value);
    }

    String timeStamp(Instant time) {
        return timeStampUnit.text(time);
    }

    /** HEX(HMAC-SHA1(appKey, appId + appKey + timeStamp)). */
    String keyInfo(String timeStamp) {
        byte[] proof = new HmacUtils(HmacAlgorithms.HMAC_SHA_1, appKey).hmac(appId + appKey + timeStamp);
        return Hex.encodeHexString(proof, hexCase == HexCase.LOWER);
    }

    /** The id, the system code and the settings. */
    @Override
    public String toString() {
        return "HubCredentials[" + appId + ", " + systemCode + ", " + hexCase + ", " + timeStampUnit + "]";
    }
}

package org.postlotse.probe;

/** How far one probe has come; read by whoever waits for it. */
final class Progress {
    private volatile Stage stage = Stage.RESOLVE;

    void at(Stage stage) {
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }
}

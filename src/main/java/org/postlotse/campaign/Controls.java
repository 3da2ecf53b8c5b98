package org.postlotse.campaign;

/** Where the switch is kept that all nodes obey. */
public interface Controls {
    /** As it is now. */
    Control read();

    /** Changes it for all nodes. */
    void change(Control control);
}
